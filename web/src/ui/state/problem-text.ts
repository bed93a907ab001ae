import { ProblemError } from '@renshu/contracts'

/** What the server said went wrong, in words; undefined where it was not reached. */
export const problemText = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.code !== 'platform.unreachable' ? error.problem.detail : undefined
