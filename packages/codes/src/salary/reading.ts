import type { Fen } from '../money.ts'

/** What the pay is counted by in the text. */
export type SalaryUnit = 'hour' | 'day' | 'week' | 'month' | 'year' | 'piece'

/**
 * Pay as read from a text. `min` and `max` are fen per month before tax; a side left out is open.
 * `unit` is the unit as given. `months` is how many months' pay a year brings, 12 unless stated.
 * `base` is the fixed part in fen per month where the text states it beside a total or beside a commission.
 */
export type SalaryReading = { text: string } & (
  | { kind: 'range'; min?: Fen; max?: Fen; months: number; unit: SalaryUnit; base?: Fen }
  | { kind: 'negotiable' }
  | { kind: 'unknown' }
)
