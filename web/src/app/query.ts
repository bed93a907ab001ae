import { ProblemError } from '@renshu/contracts'
import { QueryClient } from '@tanstack/react-query'

/** An answer of the server is final; a broken line is tried twice more, but for where there is no line at all. */
const retry = (count: number, error: Error) => !(error instanceof ProblemError) && count < 2 && navigator.onLine

export const queryClient = new QueryClient({
  defaultOptions: {
    queries: { retry, networkMode: 'always', staleTime: 15_000, refetchOnWindowFocus: false },
    mutations: { retry: false },
  },
})
