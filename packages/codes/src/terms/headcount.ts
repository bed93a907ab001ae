export type HeadcountReading = { text: string } & (
  | { kind: 'count'; min: number; max?: number }
  | { kind: 'several' }
  | { kind: 'unknown' }
)

export const readHeadcount = (text: string): HeadcountReading => ({ text, kind: 'unknown' })
