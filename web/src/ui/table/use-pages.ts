import { type keepPreviousData, useInfiniteQuery } from '@tanstack/react-query'

interface OnePage<T> {
  items: T[]
  next: string | null
  total: number
  /** True where there are more than `total`. */
  atLeast?: boolean
}

/** A list read page by page. */
export interface Pages<T> {
  data: { rows: T[]; total: number; atLeast: boolean } | undefined
  error: Error | null
  refetch: () => unknown
  pending: boolean
  more: (() => void) | null
  /** Reads on to the end, or to the most a page can hold. */
  all: () => Promise<T[]>
}

/** Rows that are read for a file. */
const MOST = 5000

interface Keeping {
  staleTime?: number
  gcTime?: number
  /** The rows before stay until the next are there. */
  placeholderData?: typeof keepPreviousData
}

/**
 * A list read page by page: rows so far, how many there are in all, a call for more, and what else its first page says.
 */
export function usePages<T, More = unknown>(
  key: readonly unknown[],
  load: (cursor: string | undefined) => Promise<OnePage<T> & More>,
  keeping: Keeping = {},
): Pages<T> & { first: More | undefined } {
  const query = useInfiniteQuery({
    ...keeping,
    queryKey: key,
    queryFn: ({ pageParam }) => load(pageParam),
    initialPageParam: undefined as string | undefined,
    getNextPageParam: ({ next }) => next ?? undefined,
  })
  const pages = query.data?.pages
  return {
    data: pages && {
      rows: pages.flatMap(({ items }) => items),
      total: pages[0]?.total ?? 0,
      atLeast: pages[0]?.atLeast ?? false,
    },
    first: pages?.[0],
    error: query.error,
    refetch: query.refetch,
    pending: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
    async all() {
      let rows = pages?.flatMap(({ items }) => items) ?? []
      for (let isMore = query.hasNextPage; isMore && rows.length < MOST;) {
        const { data, hasNextPage } = await query.fetchNextPage({ throwOnError: true })
        rows = data?.pages.flatMap(({ items }) => items) ?? rows
        isMore = hasNextPage
      }
      return rows
    },
  }
}
