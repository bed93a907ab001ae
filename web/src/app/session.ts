import { type Me, ProblemError, sessionRoutes } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { dropAllDrafts } from '../ui/form/draft.ts'
import { plainClient } from './client.ts'
import { dropKept } from './network/worker.ts'

/** Signing in, and asking who is signed in: never interrupted by the sign-in dialog. */
export const session = plainClient(sessionRoutes)

const readMe = async (): Promise<Me | null> => (await session.currentSession()).me

/** Who is signed in: null for nobody, `data` undefined while it is not known yet. */
export const useMe = () => useQuery({ queryKey: ['me'], queryFn: readMe, staleTime: 60_000 })

/** Who may see what has changed: everything on the page is asked for again. */
export function useSignedIn(): () => Promise<void> {
  const client = useQueryClient()
  return () => client.invalidateQueries()
}

/** Forgets everything this browser tab holds of the person, whose session has ended. */
export function useForget(): () => void {
  const client = useQueryClient()
  return () => {
    dropAllDrafts()
    void dropKept()
    client.clear()
    client.setQueryData(['me'], null)
  }
}

/** Ends the session and forgets everything this browser tab holds of the person. */
export function useSignOut(): () => Promise<void> {
  const forget = useForget()
  return async () => {
    await session.signOut().catch((error: unknown) => {
      if (!(error instanceof ProblemError && error.problem.status === 401)) throw error
    })
    forget()
  }
}
