import { useSyncExternalStore } from 'react'
import { onReach, wasReached } from './reach.ts'

const listen = (listener: () => void) => {
  addEventListener('online', listener)
  addEventListener('offline', listener)
  const stop = onReach(listener)
  return () => {
    removeEventListener('online', listener)
    removeEventListener('offline', listener)
    stop()
  }
}

/** Whether the browser believes to have a network and the last request came to the server. */
export const useIsOnline = (): boolean => useSyncExternalStore(listen, () => navigator.onLine && wasReached())
