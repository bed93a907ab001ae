import type { ReactNode } from 'react'
import { Page } from '../page.tsx'
import { ProblemNote } from './problem-note.tsx'
import { Skeleton } from './skeleton.tsx'

interface AnswerProps<T> {
  of: { data: T | undefined; error: Error | null; refetch: () => unknown }
  /** Of the page that the data would name: where they are refused it has its heading all the same. */
  title?: string
  children: (data: T) => ReactNode
}

/** Shows what a query answered: waiting, the problem with a second try, or the data. */
export function Answer<T>({ of: { data, error, refetch }, title, children }: AnswerProps<T>) {
  if (data !== undefined) return children(data)
  if (!error) return <Skeleton />
  const problem = <ProblemNote error={error} onRetry={refetch} />
  return title ? <Page title={title}>{problem}</Page> : problem
}
