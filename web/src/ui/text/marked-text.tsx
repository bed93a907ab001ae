import type { Tone } from '../status.tsx'

export interface Mark {
  /** From where to where, in UTF-16 units. */
  from: number
  to: number
  tone: Tone
  /** Why it is marked: read aloud before the words, shown by pointing at them. */
  label: string
}

/** The text between marks; where marks overlap, the first one stands. */
export function partsOf(text: string, marks: readonly Mark[]): { text: string; mark: Mark | null }[] {
  const parts: { text: string; mark: Mark | null }[] = []
  let at = 0
  for (const mark of marks.toSorted((a, b) => a.from - b.from)) {
    if (mark.from < at || mark.to <= mark.from || mark.to > text.length) continue
    if (mark.from > at) parts.push({ text: text.slice(at, mark.from), mark: null })
    parts.push({ text: text.slice(mark.from, mark.to), mark })
    at = mark.to
  }
  if (at < text.length) parts.push({ text: text.slice(at), mark: null })
  return parts
}

/** A text with some of its words marked: by colour and line for the eye, by words for the ear. */
export const MarkedText = ({ text, marks }: { text: string; marks: readonly Mark[] }) => (
  <p className="marked-text">
    {partsOf(text, marks).map(({ text: part, mark }, index) =>
      mark ? (
        <mark key={index} className={mark.tone} title={mark.label}>
          <span className="unseen">{`[${mark.label}] `}</span>
          {part}
        </mark>
      ) : (
        part
      ),
    )}
  </p>
)
