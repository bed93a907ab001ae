import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { registry } from './directory/directory.ts'

/** The name of an organisation by its id, leading to its page; a dash while it is not public. */
export function OrganisationName({ id }: { id: string }) {
  const { data } = useQuery({
    queryKey: ['organisation', id],
    queryFn: () => registry.profile({ params: { organisationId: id } }),
    staleTime: 300_000,
  })
  if (!data) return '-'
  return (
    <Link to="/organisations/$organisationId" params={{ organisationId: id }}>
      {data.name}
    </Link>
  )
}
