import { InvalidSettings } from './errors.ts'

/** The seven soft factors of a match, in the order in which they are shown. */
export const FACTORS = ['occupation', 'skills', 'text', 'salary', 'distance', 'experience', 'recency'] as const
export type FactorName = (typeof FACTORS)[number]

/** Hard constraints of both sides, in the order in which they are shown. */
export const CONSTRAINTS = [
  'occupation',
  'place',
  'salary',
  'education',
  'experience',
  'certificates',
  'employment',
  'availability',
  'refusals',
  'age',
] as const
export type ConstraintName = (typeof CONSTRAINTS)[number]

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
  /** Occupation closeness (0–1) below which a job has nothing to do with any wish and is not shown. */
  leastOccupation: number
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
const isPositive = (value: number) => Number.isFinite(value) && value >= 0

/** @throws InvalidSettings naming the first setting that is out of its range. */
export function checkSettings(settings: Settings): Settings {
  const total = FACTORS.reduce((sum, factor) => sum + settings.weights[factor], 0)
  if (Math.abs(total - 100) > 1e-9) throw new InvalidSettings('weights', total)
  for (const factor of FACTORS) {
    if (!isPositive(settings.weights[factor])) throw new InvalidSettings(`weights.${factor}`, settings.weights[factor])
    if (!isShare(settings.unknown[factor])) throw new InvalidSettings(`unknown.${factor}`, settings.unknown[factor])
  }
  for (const [level, closeness] of settings.tree.entries())
    if (!isShare(closeness) || closeness < (settings.tree[level - 1] ?? 0))
      throw new InvalidSettings(`tree.${level}`, closeness)
  for (const name of ['titlePart', 'titleFloor', 'leastOccupation', 'coarsePlace'] as const)
    if (!isShare(settings[name])) throw new InvalidSettings(name, settings[name])
  for (const name of ['salaryTolerance', 'openTop', 'commuteKm', 'textFull', 'staleDays', 'legalAge'] as const)
    if (!isPositive(settings[name])) throw new InvalidSettings(name, settings[name])
  for (const [name, value] of Object.entries(settings.near))
    if (!isPositive(value)) throw new InvalidSettings(name, value)
  return settings
}
