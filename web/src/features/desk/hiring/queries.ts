import { hiringRoutes, jobsRoutes, matchRoutes, talentsRoutes } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { signedInClient } from '../../../app/client.ts'
import { useOrganisationId } from '../queries.ts'

/** The four modules of the hiring loop, as an organisation works with them. */
export const jobs = signedInClient(jobsRoutes)
export const talents = signedInClient(talentsRoutes)
export const match = signedInClient(matchRoutes)
export const hiring = signedInClient(hiringRoutes)

/** A posting of this organisation. */
export function useOwnJob(jobId: string) {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'job', jobId],
    queryFn: () => jobs.ownJob({ params: { organisationId, jobId } }),
  })
}

/** After a step of hiring: whatever the desk shows of postings and processes is asked for again. */
export function useHiringChanged(): () => Promise<void> {
  const client = useQueryClient()
  const organisationId = useOrganisationId()
  return () => client.invalidateQueries({ queryKey: ['desk', organisationId] })
}
