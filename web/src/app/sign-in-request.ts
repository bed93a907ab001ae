import { useSyncExternalStore } from 'react'

/** Requests that wait for a sign-in: all are answered by one dialog. */
let waiting: ((signedIn: boolean) => void)[] = []
const listeners = new Set<() => void>()
const tell = () => {
  for (const listener of listeners) listener()
}

/** Opens the sign-in dialog; true once the person has signed in, false when the dialog was closed. */
export function askToSignIn(): Promise<boolean> {
  return new Promise((resolve) => {
    waiting = [...waiting, resolve]
    tell()
  })
}

export function answerSignIn(signedIn: boolean): void {
  const answered = waiting
  waiting = []
  tell()
  for (const resolve of answered) resolve(signedIn)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}
export const useSignInAsked = (): boolean => useSyncExternalStore(listen, () => waiting.length > 0)
