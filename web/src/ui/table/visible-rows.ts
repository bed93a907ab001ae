import { type RefObject, useEffect, useState } from 'react'

/** Below this many rows all are drawn: finding in the page and printing then work as everywhere. */
const FEW = 150
const AROUND = 20
/** Below this width rows are cards of unequal height, which cannot be counted by height. */
const DESK = '(min-width: 640px)'

interface Visible {
  from: number
  to: number
  /** Height of a row in pixels, for the space of those that are not drawn. */
  height: number
}

/** Which of `count` rows of one height stand in the frame's window, with some more on both sides. */
export function useVisibleRows(frame: RefObject<HTMLElement | null>, count: number): Visible {
  const [visible, setVisible] = useState<Visible>({ from: 0, to: FEW, height: 0 })
  useEffect(() => {
    const element = frame.current
    if (!element) return
    const look = () => {
      if (count <= FEW || !matchMedia(DESK).matches) return setVisible({ from: 0, to: count, height: 0 })
      const height = element.querySelector<HTMLElement>('tbody tr:not(.gap)')?.offsetHeight ?? 36
      const first = Math.floor(element.scrollTop / height)
      const from = Math.max(0, first - AROUND)
      const to = Math.min(count, first + Math.ceil(element.clientHeight / height) + AROUND)
      setVisible((before) =>
        before.from === from && before.to === to && before.height === height ? before : { from, to, height },
      )
    }
    look()
    element.addEventListener('scroll', look, { passive: true })
    addEventListener('resize', look)
    return () => {
      element.removeEventListener('scroll', look)
      removeEventListener('resize', look)
    }
  }, [frame, count])
  return visible
}
