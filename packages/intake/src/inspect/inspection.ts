import { division, fullName, occupation, type PlaceReading } from '@renshu/codes'
import type { Columns, RecordKind } from '../columns/fields.ts'
import type { Reject } from '../records/reject.ts'
import { type Counter, countValues, type FieldShare, type FieldTally, tallyField } from './tally.ts'

export type CodeCount = { code: string; name: string; count: number }

/** What was understood of a file. Counts are rows or values; `rows` = accepted + `rejected`. */
export type Inspection = {
  kind: RecordKind
  rows: number
  rejected: number
  fields: Record<'salary' | 'education' | 'experience' | 'occupation', FieldShare> & {
    /** `understood` counts places coded, the ambiguous and the 不限 ones; the two are counted once more apart. */
    place: FieldShare & { ambiguous: number; anywhere: number }
  }
  /** Rows that repeat an earlier row under small changes (DESIGN.md says which). */
  duplicates: number
  /** Line numbers of the largest groups. */
  duplicateGroups: number[][]
  occupations: CodeCount[]
  places: CodeCount[]
  columns: { fields: Columns['fields']; unknown: string[] }
  /** The first rejected rows. */
  rejects: Reject[]
  seconds: number
  rowsPerSecond: number
  peakMemoryMb: number
}

const TOP = 20
const REJECTS_KEPT = 1000

export type Collector = {
  row: () => void
  reject: (reject: Reject) => void
  place: (reading: PlaceReading | undefined) => void
  occupation: (title: string, code: string | undefined) => void
  salary: FieldTally['add']
  education: FieldTally['add']
  experience: FieldTally['add']
  result: () => Pick<Inspection, 'rows' | 'rejected' | 'fields' | 'occupations' | 'places' | 'rejects'>
}

const nameCodes = (counter: Counter, nameOf: (code: string) => string | undefined): CodeCount[] =>
  counter.top(TOP).map(({ value, count }) => ({ code: value, name: nameOf(value) ?? '', count }))

/** Gathers the counts of an inspection in one pass. */
export const collectInspection = (): Collector => {
  const tallies = {
    salary: tallyField(),
    place: tallyField(),
    education: tallyField(),
    experience: tallyField(),
    occupation: tallyField(),
  }
  const occupations = countValues()
  const places = countValues()
  const rejects: Reject[] = []
  const counts = { rows: 0, rejected: 0, ambiguous: 0, anywhere: 0 }
  return {
    row: () => void counts.rows++,
    reject(reject) {
      counts.rows++
      counts.rejected++
      if (rejects.length < REJECTS_KEPT) rejects.push(reject)
    },
    place(reading) {
      if (!reading) return
      tallies.place.add(reading.text, reading.kind === 'division' || reading.kind === 'anywhere')
      if (reading.kind === 'ambiguous') counts.ambiguous++
      if (reading.kind === 'anywhere') counts.anywhere++
      if (reading.kind === 'division') for (const code of reading.codes) places.add(code.slice(0, 6))
    },
    occupation(title, code) {
      tallies.occupation.add(title, code !== undefined)
      if (code !== undefined) occupations.add(code)
    },
    salary: tallies.salary.add,
    education: tallies.education.add,
    experience: tallies.experience.add,
    result: () => ({
      rows: counts.rows,
      rejected: counts.rejected,
      fields: {
        salary: tallies.salary.share(),
        place: { ...tallies.place.share(), ambiguous: counts.ambiguous, anywhere: counts.anywhere },
        education: tallies.education.share(),
        experience: tallies.experience.share(),
        occupation: tallies.occupation.share(),
      },
      occupations: nameCodes(occupations, (code) => occupation(code)?.name),
      places: nameCodes(places, (code) => (division(code) ? fullName(code) : undefined)),
      rejects,
    }),
  }
}
