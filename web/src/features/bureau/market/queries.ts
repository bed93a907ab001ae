import { hiringRoutes, jobsRoutes, matchRoutes, talentsRoutes } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { signedInClient } from '../../../app/client.ts'

/** The hiring loop as officers see it. */
export const jobs = signedInClient(jobsRoutes)
export const talents = signedInClient(talentsRoutes)
export const match = signedInClient(matchRoutes)
export const hiring = signedInClient(hiringRoutes)

/** After a decision: every list and figure of the bureau is asked for again. */
export function useMarketChanged(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries({ queryKey: ['bureau'] })
}

/** A posting as the officer sees it. */
export const useQueued = (jobId: string) =>
  useQuery({ queryKey: ['bureau', 'posting', jobId], queryFn: () => jobs.queued({ params: { jobId } }) })

/** Open postings that fit somebody whom the bureau helps. */
export const useHelpedMatches = (talentId: string) =>
  useQuery({
    queryKey: ['bureau', 'matches', talentId],
    queryFn: () => match.helpedMatches({ params: { talentId }, query: { limit: 8 } }),
  })
