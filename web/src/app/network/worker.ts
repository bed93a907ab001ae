/** Once a page stands and the line is free: what it needs first is not made to wait. */
const PATIENCE = 3000
const MINE = 'renshu.mine.1'

/** Starts the worker that keeps the shell and the lists seen last for a bad network. */
export function startWorker(): void {
  if (!import.meta.env.PROD || !('serviceWorker' in navigator)) return
  addEventListener('load', () => setTimeout(() => void register(), PATIENCE))
}

async function register(): Promise<void> {
  try {
    await navigator.serviceWorker.register('/worker.js')
    const { active } = await navigator.serviceWorker.ready
    const loaded = performance.getEntriesByType('resource').map(({ name }) => new URL(name))
    const keep = loaded
      .filter(({ origin, pathname }) => origin === location.origin && pathname.startsWith('/assets/'))
      .map(({ pathname }) => pathname)
    active?.postMessage({ keep })
  } catch {
    // A browser that forbids workers shows the pages all the same.
  }
}

/** Drops what the worker kept of a person: at signing out, and before somebody else signs in. */
export async function dropKept(): Promise<void> {
  if ('caches' in globalThis) await caches.delete(MINE).catch(() => false)
}
