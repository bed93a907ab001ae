import { useEffect, useState } from 'react'
import { now } from '../clock.ts'
import { isServerThere } from './reach.ts'

const LAST = 'renshu.loadedAgain'
const FIRST_MS = 5000
const LONGEST_MS = 300_000
const ASK_MS = 3000

let missing = false

/**
 * Notes when code of the page cannot be had: without a network, or because a new version was put up while it was open
 * and its files are gone. The page is loaded again if the server answers; what was typed stands in the drafts.
 */
export function followMissingCode(): void {
  addEventListener('vite:preloadError', () => {
    missing = true
    void loadAgain()
  })
}

/**
 * Loads the page again if the server answers: a browser may believe to have a network before it carries anything. At
 * once the first time and then after waits that double, so that nobody's page spins.
 */
async function loadAgain(): Promise<void> {
  const { at, wait } = JSON.parse(sessionStorage.getItem(LAST) ?? '{"at":0,"wait":0}') as { at: number; wait: number }
  const passed = now().getTime() - at
  if (passed < wait || !(await isServerThere())) return
  const next = passed > LONGEST_MS ? FIRST_MS : Math.min(wait * 2, LONGEST_MS)
  sessionStorage.setItem(LAST, JSON.stringify({ at: now().getTime(), wait: next }))
  location.reload()
}

/** Whether code of the page is missing; while it is, the page is loaded again as soon as the server answers. */
export function useMissingCode(): boolean {
  const [isMissing] = useState(missing)
  useEffect(() => {
    if (!isMissing) return undefined
    const ask = () => void loadAgain()
    const asking = setInterval(ask, ASK_MS)
    addEventListener('online', ask)
    return () => {
      clearInterval(asking)
      removeEventListener('online', ask)
    }
  }, [isMissing])
  return isMissing
}
