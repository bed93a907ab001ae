import { useSyncExternalStore } from 'react'

const SHOWN = 6000
/** What went wrong says what to do, and is read to its end. */
const SHOWN_PROBLEM = 20_000

interface Notice {
  id: number
  text: string
  tone: 'good' | 'bad'
}

let notices: readonly Notice[] = []
let last = 0
const listeners = new Set<() => void>()
const set = (next: typeof notices) => {
  notices = next
  for (const listener of listeners) listener()
}

/** Says that something was done, gone after six seconds; or `bad`, that it was not, and why. */
export function notify(text: string, tone: Notice['tone'] = 'good'): void {
  const id = ++last
  set([...notices, { id, text, tone }])
  setTimeout(() => set(notices.filter((each) => each.id !== id)), tone === 'good' ? SHOWN : SHOWN_PROBLEM)
}

const listen = (listener: () => void) => {
  listeners.add(listener)
  return () => void listeners.delete(listener)
}

export const Notices = () => (
  <div className="notices" role="status" aria-live="polite">
    {useSyncExternalStore(listen, () => notices).map(({ id, text, tone }) => (
      <div key={id} className={`note ${tone}`}>
        {text}
      </div>
    ))}
  </div>
)
