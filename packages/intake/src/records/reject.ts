/** Why a row cannot be used. */
export const REJECT_REASONS = [
  'row.notJson',
  'row.notObject',
  'row.unbalancedQuote',
  'row.repeatedHeader',
  'title.missing',
  'title.meaningless',
  'wish.missing',
  'id.duplicate',
] as const
export type RejectReason = (typeof REJECT_REASONS)[number]

/** Whether a text is such a code. */
export const isRejectReason = (text: string): text is RejectReason =>
  (REJECT_REASONS as readonly string[]).includes(text)

/** Why one value of a usable row was left out. */
export const NOTE_REASONS = [
  'value.unreadable',
  'place.ambiguous',
  'cell.formulaWithoutValue',
  'cell.error',
  'cell.digitsLost',
] as const
export type NoteReason = (typeof NOTE_REASONS)[number]

type At = { file: string; line: number; column: string; value: string }

/** A row that was read and not accepted. `column` is empty when the whole row is meant. */
export type Reject = At & { reason: RejectReason }
/** A value of an accepted row that counts as unknown. */
export type Note = At & { reason: NoteReason }
