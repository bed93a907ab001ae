/**
 * The bits of the two packed words of a row that hold levels. Above each field a row has a guard bit, which is set; a
 * question has its minima in the same fields and no guards. Subtracted from the row's word, a minimum above the row's
 * level borrows the guard of its own field and nothing beyond, so that one subtraction compares all fields. The types of
 * employment lie above the fields, where a question subtracts nothing. The rest of `magnitudes` is free.
 */
type Field = { at: number; bits: number }

const EDUCATION: Field = { at: 0, bits: 4 }
const YEARS: Field = { at: 5, bits: 6 }
const AVAILABILITY: Field = { at: 12, bits: 10 }
const TYPES: Field = { at: 23, bits: 7 }
const SALARY: Field = { at: 0, bits: 10 }

const highest = ({ bits }: Field): number => (1 << bits) - 1
const guard = ({ at, bits }: Field): number => 1 << (at + bits)
/** A level beyond its field counts as the field's end, in rows and in minima, so no row fails a minimum that it keeps. */
const put = (field: Field, level: number): number => Math.min(Math.max(level, 0), highest(field)) << field.at

/** Levels that keep every minimum. */
export const HIGHEST_LEVELS = {
  education: highest(EDUCATION),
  years: highest(YEARS),
  availability: highest(AVAILABILITY),
  salary: highest(SALARY),
} as const
/** Every type of employment. */
export const ALL_TYPES = highest(TYPES)
export const ORDINAL_GUARDS = guard(EDUCATION) | guard(YEARS) | guard(AVAILABILITY)
export const MAGNITUDE_GUARDS = guard(SALARY)

/** Whole numbers from 0 to those of {@link HIGHEST_LEVELS}; the higher, the more minima they keep. */
export type OrdinalLevels = { education: number; years: number; availability: number }

/** @param types a bit for each type of employment, up to {@link ALL_TYPES}; without any the row passes no question */
export const packOrdinals = (levels: OrdinalLevels, types: number): number =>
  packMinimumOrdinals(levels) | ORDINAL_GUARDS | packTypes(types)

export const packMinimumOrdinals = ({ education, years, availability }: OrdinalLevels): number =>
  put(EDUCATION, education) | put(YEARS, years) | put(AVAILABILITY, availability)

/** The types of employment of which a question wants any. */
export const packTypes = (types: number): number => (types & ALL_TYPES) << TYPES.at

export const packMagnitudes = (salary: number): number => packMinimumMagnitudes(salary) | MAGNITUDE_GUARDS

export const packMinimumMagnitudes = (salary: number): number => put(SALARY, salary)

/** The level of pay in a row's word. */
export const salaryOf = (magnitudes: number): number => (magnitudes >>> SALARY.at) & highest(SALARY)
