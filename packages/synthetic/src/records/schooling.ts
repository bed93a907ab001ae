import type { EducationLevel } from '@renshu/codes'
import type { Dice } from '../chance/dice.ts'

/** Ranks of education as `educationRank` of the codes gives them; two levels share the third. */
const LEVELS: readonly EducationLevel[] = [
  'none',
  'primary',
  'junior',
  'senior',
  'college',
  'bachelor',
  'master',
  'doctor',
]
const SHARED = 3
const VOCATIONAL = 0.55

/** A whole rank around a mean, within limits. */
export const drawRank = (dice: Dice, mean: number, spread: number, lowest: number): number =>
  Math.min(LEVELS.length - 1, Math.max(lowest, Math.round(mean + spread * dice.normal())))

export const levelOf = (dice: Dice, rank: number): EducationLevel =>
  rank === SHARED && dice.happens(VOCATIONAL) ? 'vocational' : LEVELS[rank]!
