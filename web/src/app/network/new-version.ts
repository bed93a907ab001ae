import { now } from '../clock.ts'

const LAST = 'renshu.reloadedAt'
const BETWEEN_MS = 60_000

/**
 * A page that was open while a new version was put up asks for files that are gone. It is loaded again, at most once a
 * minute: what was typed stands in the drafts.
 */
export function followNewVersion(): void {
  addEventListener('vite:preloadError', () => {
    const last = Number(sessionStorage.getItem(LAST) ?? 0)
    // Without a network nothing is gone, it only cannot be had.
    if (!navigator.onLine || now().getTime() - last < BETWEEN_MS) return
    sessionStorage.setItem(LAST, String(now().getTime()))
    location.reload()
  })
}
