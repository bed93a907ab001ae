import type { Corpus } from './corpus.ts'
import type { Reason, ReasonKey, Values } from './reasons/index.ts'
import type { Settings } from './settings.ts'
import type { TitleComparer } from './titles.ts'
import type { Job, Talent } from './types.ts'

/** Everything a judgement may know beside the two parts it compares. */
export type Scene = {
  settings: Settings
  /** The day on which the match is made, ISO date. */
  asOf: string
  corpus: Corpus
  titles: TitleComparer
}

export type Failure = {
  /** By how much the constraint was missed; absent when that cannot be said. */
  by?: number
  unit?: 'km' | 'fen' | 'levels' | 'years' | 'certificates' | 'days'
  /** Near enough to be shown as a near miss. */
  isNear: boolean
}

/** Numbers first: most judgements are never shown, so the reason is put into values only when somebody asks for it. */
export type Judgement = {
  /** Share (0–1) of the factor's points; left out by a pure constraint. */
  readonly share?: number
  readonly failure?: Failure
  readonly explain: () => Reason
}

/**
 * Explains by values that are at hand. Judgements call this, or a function like it, rather than write `explain: () => …`
 * in place: a function that stands under a name is given that name each time it is made, where the source runs without
 * a build, and that costs more than the judgement.
 */
export const because =
  (key: ReasonKey, values: Values = {}) =>
  (): Reason => ({ key, values })

/**
 * One question asked of a job and a talent, seeing only the part of each that it needs.
 * Because it sees nothing else, equal parts have equal answers, which is what the index lives on.
 */
export type Aspect<JobPart, TalentPart> = {
  ofJob: (job: Job) => JobPart
  ofTalent: (talent: Talent) => TalentPart
  judge: (job: JobPart, talent: TalentPart, scene: Scene) => Judgement
}

/** An aspect whose parts are known to itself alone, so that different aspects fit into one list. */
export type AnyAspect = Aspect<unknown, unknown>

export const aspect = <JobPart, TalentPart>(definition: Aspect<JobPart, TalentPart>): AnyAspect =>
  definition as AnyAspect
