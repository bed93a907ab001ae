import { useSyncExternalStore } from 'react'

const listen = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
  }
}

/** Whether the browser believes to have a network; a request may still fail. */
export const useIsOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine)
