import type { ReactNode } from 'react'
import { ProblemNote } from './problem-note.tsx'
import { Skeleton } from './skeleton.tsx'

interface AnswerProps<T> {
  of: { data: T | undefined; error: Error | null; refetch: () => unknown }
  children: (data: T) => ReactNode
}

/** Shows what a query answered: waiting, the problem with a second try, or the data. */
export function Answer<T>({ of: { data, error, refetch }, children }: AnswerProps<T>) {
  if (data !== undefined) return children(data)
  if (error) return <ProblemNote error={error} onRetry={refetch} />
  return <Skeleton />
}
