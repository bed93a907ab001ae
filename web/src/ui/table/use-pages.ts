import { useInfiniteQuery } from '@tanstack/react-query'

interface OnePage<T> {
  items: T[]
  next: string | null
  total: number
  /** True where there are more than `total`. */
  atLeast?: boolean
}

/** A list read page by page: rows so far, how many there are in all, and a call for more. */
export function usePages<T>(key: readonly unknown[], load: (cursor: string | undefined) => Promise<OnePage<T>>) {
  const query = useInfiniteQuery({
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
    error: query.error,
    refetch: query.refetch,
    pending: query.isFetchingNextPage,
    more: query.hasNextPage ? () => void query.fetchNextPage() : null,
  }
}
