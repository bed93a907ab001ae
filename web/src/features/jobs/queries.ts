import { jobsRoutes } from '@renshu/contracts'
import { keepPreviousData, useInfiniteQuery, useQuery } from '@tanstack/react-query'
import { plainClient, signedInClient } from '../../app/client.ts'
import type { Asked } from './search/asked.ts'
import { queryOf } from './search/question.ts'

/** Postings as anybody may read them. */
export const publicJobs = plainClient(jobsRoutes)
/** What only somebody who is signed in may do with them. */
export const ownJobs = signedInClient(jobsRoutes)

const PAGE = 20

/** Postings for what the address asks, page by page; the last answer stays until the next is there. */
export function useJobs(asked: Asked) {
  const question = queryOf(asked)
  const query = useInfiniteQuery({
    queryKey: ['jobs', question],
    queryFn: ({ pageParam }) =>
      publicJobs.search({
        query: { ...question, limit: PAGE, ...(pageParam ? { cursor: pageParam } : { facets: 'true' }) },
      }),
    initialPageParam: '',
    getNextPageParam: ({ next }) => next ?? undefined,
    placeholderData: keepPreviousData,
  })
  const first = query.data?.pages[0]
  return {
    data: first && { ...first, items: query.data!.pages.flatMap(({ items }) => items) },
    error: query.error,
    refetch: query.refetch,
    pending: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}

export const useJob = (jobId: string) =>
  useQuery({ queryKey: ['job', jobId], queryFn: () => publicJobs.job({ params: { jobId } }) })

/** Completions of what is being typed; nothing where the server has none to give. */
export const useSuggestions = (q: string) =>
  useQuery({
    queryKey: ['suggestions', q],
    queryFn: async () => (await publicJobs.suggest({ query: { q } })).items,
    enabled: q.length > 0,
    staleTime: 300_000,
    retry: false,
  })
