import type { Messages } from '../messages/index.ts'

export type Unit = 'text' | 'count' | 'share' | 'ratio' | 's' | 'ms' | 'bytes' | 'perSecond'
export type FigureName = keyof Messages['bench']['figure']
export type SectionName = keyof Messages['bench']['section']
export type Side = 'jobs' | 'talents'

export type Figure = {
  name: FigureName
  /** What it was measured on when a section measures the same thing twice: the asking side, or the name of a peer. */
  of?: string
  value: number | string
  /** `share` is 0–1, `ratio` a factor. */
  unit: Unit
}

/** What one part of the bench measured. */
export type Section = {
  name: SectionName
  figures: Figure[]
  /** Free lines below the figures, such as what a peer cannot express. */
  remarks?: string[]
  /** What ought to hold and did not; it ends the run with a code of its own. */
  failure?: string
}

/** A figure; leaves `of` out when there is only one. */
export const figure = (name: FigureName, value: number | string, unit: Unit, of?: string): Figure =>
  of === undefined ? { name, value, unit } : { name, of, value, unit }
