import { hiringRoutes, jobsRoutes, matchRoutes, platformFailures, ProblemError, talentsRoutes } from '@renshu/contracts'
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

/** The index takes a person up within a second of the import; a busy machine may take longer. */
const TRIES = 10

/** Open postings that fit somebody whom the organisation keeps. */
export function useKeptMatches(talentId: string) {
  const organisationId = useOrganisationId()
  return useQuery({
    queryKey: ['desk', organisationId, 'held', talentId, 'matches'],
    queryFn: () => match.keptMatches({ params: { organisationId, talentId }, query: { limit: 8 } }),
    retry: (tries, error) =>
      tries < TRIES && error instanceof ProblemError && error.problem.code === platformFailures.unavailable.code,
    retryDelay: 1000,
  })
}

/** After a step of hiring: whatever the desk shows of postings and processes is asked for again. */
export function useHiringChanged(): () => Promise<void> {
  const client = useQueryClient()
  const organisationId = useOrganisationId()
  return () => client.invalidateQueries({ queryKey: ['desk', organisationId] })
}
