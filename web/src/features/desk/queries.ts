import { accountsRoutes, registryRoutes } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { signedInClient } from '../../app/client.ts'
import { useMe } from '../../app/session.ts'

/** The organisation's own affairs. */
export const desk = signedInClient({ ...registryRoutes, ...accountsRoutes })

const route = getRouteApi('/desk/$organisationId')
export const useOrganisationId = (): string => route.useParams().organisationId

/** Everything the register holds about the organisation of this desk. */
export function useRecord() {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'record'],
    queryFn: () => desk.record({ params: { organisationId } }),
  })
}

/** After a change: the desk and the public page of the organisation are asked for again. */
export function useDeskChanged(): () => Promise<void> {
  const client = useQueryClient()
  const organisationId = useOrganisationId()
  return async () => {
    await client.invalidateQueries({ queryKey: ['desk', organisationId] })
    await client.invalidateQueries({ queryKey: ['organisation', organisationId] })
  }
}

/** Whether the person at the desk is an owner, who alone may change what stands in the register. */
export function useOwns(): boolean {
  const organisationId = useOrganisationId()
  const { data: me } = useMe()
  return me?.memberships.some((each) => each.organisationId === organisationId && each.role === 'owner') ?? false
}
