/** A document as plain values, before it is drawn. All text is Chinese: it is an official paper. */
export interface Paper {
  /** The authority, at the head. */
  authority: string
  title: string
  /** Which paper it is: 文号. */
  number: string
  /** To whom. */
  addressee: string
  /** Paragraphs and tables, in order. */
  parts: readonly PaperPart[]
  /** The day below the text, `2026年3月2日`. */
  day: string
  /** By which anybody looks the paper up. */
  code: string
  /** Where: how the paper is verified, in words. */
  verification: string
  /** Number and hash of the event at which the history of the case stood. */
  head: { n: number; hash: string }
  /** Shown across the head where the records of the city are made up. */
  isTrial: boolean
  /** Instant of the event, ISO: all times in the file are this one, so that it is the same each time it is made. */
  at: string
}

export type PaperPart =
  | { text: string }
  | { heading: string }
  | { rows: readonly (readonly [name: string, value: string])[] }
