/** The worker's mark on an answer that it kept from an earlier visit. */
const KEPT = 'renshu-kept'
const ASK_MS = 3000

let isReached = true
let asking: ReturnType<typeof setInterval> | undefined
const listeners = new Set<() => void>()

function note(reached: boolean): void {
  if (reached === isReached) return
  isReached = reached
  clearInterval(asking)
  if (!reached) {
    asking = setInterval(isServerThere, ASK_MS)
    addEventListener('online', isServerThere, { once: true })
  }
  for (const listener of listeners) listener()
}

/** Asks whether the server answers now, and notes it. */
export async function isServerThere(): Promise<boolean> {
  const there = await fetch('/', { method: 'HEAD', cache: 'no-store' }).then(
    ({ ok }) => ok,
    () => false,
  )
  note(there)
  return there
}

/** Sends a request and notes whether it came to the server: a browser may believe in a network that carries nothing. */
export async function send(request: Request): Promise<Response> {
  try {
    const response = await fetch(request)
    note(!response.headers.has(KEPT))
    return response
  } catch (error) {
    if (!request.signal.aborted) note(false)
    throw error
  }
}

/** Whether the last request came to the server; after one that did not it is asked until it answers. */
export const wasReached = (): boolean => isReached

/** @returns how to stop listening */
export function onReach(listener: () => void): () => void {
  listeners.add(listener)
  return () => listeners.delete(listener)
}
