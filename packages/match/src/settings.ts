import { InvalidSettings } from './errors.ts'

/** The seven soft factors of a match, in the order in which they are shown. */
export const FACTORS = ['occupation', 'skills', 'text', 'salary', 'distance', 'experience', 'recency'] as const
export type FactorName = (typeof FACTORS)[number]

/** Hard constraints of both sides. */
export type ConstraintName =
  | 'occupation'
  | 'salary'
  | 'place'
  | 'experience'
  | 'education'
  | 'certificates'
  | 'employment'
  | 'availability'
  | 'refusals'
  | 'age'

/** Everything about a match that a city or a recruiter may set. All of it is configuration, none of it law. */
export type Settings = {
  /** Points each factor can give; they add up to 100. */
  weights: Record<FactorName, number>
  /** Share of its points (0–1) a factor gives when one side does not state what it needs: neither zero nor full. */
  unknown: Record<FactorName, number>
  /** Closeness (0–1) of two occupations whose deepest common level in the 大典 tree is 0, 1 大类, 2 中类, 3 小类, 4 细类. */
  tree: readonly [number, number, number, number, number]
  /** Part (0–1) of the occupation factor that the learned similarity of the two titles decides; the tree has the rest. */
  titlePart: number
  /** Title similarity (0–1) at and below which two titles have nothing in common. */
  titleFloor: number
  /** Closeness (0–1) below which a job is foreign to a wish, provided both were read with `sureReading`. */
  leastOccupation: number
  /** Confidence (0–1) from which an occupation reading may rule somebody out. */
  sureReading: number
  /** How far above the offer, as a share of it, a wish may begin before the job is out of the question. */
  salaryTolerance: number
  /** How far an open top ("8千以上") is taken to reach above its bottom, as a share, for the soft factor only. */
  openTop: number
  /** Longest way to work in kilometres for a talent who names a home but no limit. */
  commuteKm: number
  /** Share of the distance factor when a job names only the city that a wished district lies in. */
  coarsePlace: number
  /** Share of a job's text weight a talent's text must carry for the full points of the text factor. */
  textFull: number
  /** Age in days at which a posting or a profile counts as not renewed. */
  staleDays: number
  /** Youngest age at work in years (《禁止使用童工规定》第二条: 不满 16 周岁). */
  legalAge: number
  /** How far a constraint may be missed for a near miss; a constraint not named here is never one. */
  near: {
    placeKm: number
    /** Share of the offer beyond the tolerance. */
    salary: number
    educationLevels: number
    experienceYears: number
    certificates: number
    availabilityDays: number
  }
}

export const DEFAULT_SETTINGS: Settings = {
  weights: { occupation: 35, skills: 25, text: 8, salary: 12, distance: 10, experience: 5, recency: 5 },
  unknown: { occupation: 0.3, skills: 0.3, text: 0.3, salary: 0.5, distance: 0.5, experience: 0.5, recency: 0.5 },
  tree: [0, 0.1, 0.35, 0.7, 1],
  titlePart: 0.5,
  titleFloor: 0.3,
  leastOccupation: 0.15,
  sureReading: 0.6,
  salaryTolerance: 0.2,
  openTop: 0.5,
  commuteKm: 30,
  coarsePlace: 0.6,
  textFull: 0.2,
  staleDays: 365,
  legalAge: 16,
  near: { placeKm: 30, salary: 0.3, educationLevels: 1, experienceYears: 2, certificates: 1, availabilityDays: 60 },
}

const isShare = (value: number) => value >= 0 && value <= 1
const isFinitePositive = (value: number) => Number.isFinite(value) && value > 0
const isFiniteOrZero = (value: number) => value === 0 || isFinitePositive(value)
const isWholeHundredths = (value: number) =>
  isFiniteOrZero(value) && Math.abs(value * 100 - Math.round(value * 100)) < 1e-9

const RANGES = {
  titlePart: isShare,
  titleFloor: (value) => isShare(value) && value < 1,
  leastOccupation: isShare,
  sureReading: isShare,
  coarsePlace: isShare,
  salaryTolerance: isFiniteOrZero,
  openTop: isFinitePositive,
  commuteKm: isFinitePositive,
  textFull: isFinitePositive,
  staleDays: isFinitePositive,
  legalAge: isFiniteOrZero,
} satisfies Partial<Record<keyof Settings, (value: number) => boolean>>

function demand(setting: string, value: unknown, isFit: (value: number) => boolean): void {
  if (typeof value !== 'number' || !isFit(value)) throw new InvalidSettings(setting, value)
}

/** @throws InvalidSettings naming the first setting that is missing or out of its range. */
export function checkSettings(settings: Settings): Settings {
  for (const factor of FACTORS) {
    demand(`weights.${factor}`, settings.weights[factor], isWholeHundredths)
    demand(`unknown.${factor}`, settings.unknown[factor], isShare)
  }
  const total = FACTORS.reduce((sum, factor) => sum + Math.round(settings.weights[factor] * 100), 0) / 100
  demand('weights', total, (sum) => sum === 100)
  demand('tree', settings.tree.length, (levels) => levels === DEFAULT_SETTINGS.tree.length)
  for (const [level, closeness] of settings.tree.entries())
    demand(`tree.${level}`, closeness, (value) => isShare(value) && value >= (settings.tree[level - 1] ?? 0))
  for (const [name, isFit] of Object.entries(RANGES)) demand(name, settings[name as keyof typeof RANGES], isFit)
  for (const name of Object.keys(DEFAULT_SETTINGS.near))
    demand(`near.${name}`, settings.near[name as keyof Settings['near']], isFiniteOrZero)
  return settings
}
