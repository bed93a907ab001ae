import { useInfiniteQuery } from '@tanstack/react-query'
import { ledger } from './queries.ts'

export type LedgerChain = Awaited<ReturnType<typeof ledger.chain>>

/** The head of the chain, its last verification, and the batches read so far. */
export function useChain() {
  const query = useInfiniteQuery({
    queryKey: ['ledger', 'chain'],
    queryFn: ({ pageParam }) => ledger.chain({ query: { cursor: pageParam } }),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ batches }) => batches.next ?? undefined,
  })
  const [first] = query.data?.pages ?? []
  return {
    data: first && {
      ...first,
      batches: query.data?.pages.flatMap(({ batches }) => batches.items) ?? [],
      total: first.batches.total,
    },
    error: query.error,
    refetch: query.refetch,
    pending: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}
