import { useSyncExternalStore } from 'react'

const SHOWN = 6000
let notices: readonly { id: number; text: string }[] = []
let last = 0
const listeners = new Set<() => void>()
const set = (next: typeof notices) => {
  notices = next
  for (const listener of listeners) listener()
}

/** Says that something was done; gone after six seconds, since nothing needs to be read twice. */
export function notify(text: string): void {
  const id = ++last
  set([...notices, { id, text }])
  setTimeout(() => set(notices.filter((each) => each.id !== id)), SHOWN)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const Notices = () => (
  <div className="notices" role="status" aria-live="polite">
    {useSyncExternalStore(listen, () => notices).map(({ id, text }) => (
      <div key={id} className="note good">
        {text}
      </div>
    ))}
  </div>
)
