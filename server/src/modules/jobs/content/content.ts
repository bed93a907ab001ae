import { createHash } from 'node:crypto'
import type { Education, Employment, JobScope, MonthlyPay, ShiftKind } from '@renshu/contracts'

/** What a posting says to the public, and its terms: how long and how far it is shown. */
export interface JobContent {
  title: string
  description: string
  /** A code of the 大典 2022 or a group above it; null: nothing fits. */
  occupation: string | null
  /** Empty where the source of an import named no place that could be read. */
  places: { place: string; address: string; openings: number }[]
  remote: boolean
  salary: MonthlyPay | null
  education: Education | null
  years: number | null
  employment: Employment[]
  shifts: ShiftKind[]
  welfare: string[]
  certificates: { code: string; required: boolean }[]
  skills: string[]
  startBy: string | null
  validUntil: string
  scope: JobScope
}

const sorted = (value: unknown): unknown => {
  if (Array.isArray(value)) return value.map(sorted)
  if (typeof value !== 'object' || value === null) return value
  return Object.fromEntries(
    Object.entries(value)
      .filter(([, each]) => each !== undefined)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, each]) => [name, sorted(each)]),
  )
}

/** One text for equal values: JSON with the names in order, without what is undefined. */
export const canonical = (value: unknown): string => JSON.stringify(sorted(value))

export const sha256 = (text: string): string => createHash('sha256').update(text, 'utf8').digest('hex')

/**
 * What an approval is bound to: everything the posting says and for whom, but not its terms, so that a later last day
 * or a narrower scope needs no second look.
 */
export const hashOfContent = (content: JobContent, employerId: string): string =>
  sha256(canonical({ ...content, validUntil: undefined, scope: undefined, employerId }))

export const openingsOf = ({ places }: JobContent): number =>
  Math.max(
    1,
    places.reduce((sum, { openings }) => sum + openings, 0),
  )

/** Middle of the stated pay, where both ends are stated; one end alone says too little. */
export const payMiddle = ({ salary }: JobContent): number | null =>
  salary?.min !== undefined && salary.max !== undefined ? Math.round((salary.min + salary.max) / 2) : null
