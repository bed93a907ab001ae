import { useQuery } from '@tanstack/react-query'
import { desk, useOrganisationId } from '../queries.ts'

/** The mandates this organisation gave and received. */
export function useMandates() {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'mandates'],
    queryFn: () => desk.listMandates({ params: { organisationId } }),
  })
}
