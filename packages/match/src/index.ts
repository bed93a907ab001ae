export type { AnyAspect, Scene } from './aspect.ts'
export { skillBag, textBag } from './factors/bags.ts'
export { type Corpus, FULL_FREQUENCY, countCorpus } from './corpus.ts'
export {
  type BrokenConstraint,
  DEFINITION,
  type Factor,
  type Fit,
  isFit,
  isNearMiss,
  judgeFit,
  rateFit,
  type Rating,
  toPoints,
} from './definition.ts'
export type { Match } from './engine/answer.ts'
export { type MatchIndex, type MatchInput, buildIndex } from './engine/build.ts'
export { type BestAssignment, assignBest } from './assignment/best.ts'
export { Contest, type ContestColumns, type Pair } from './assignment/contest.ts'
export { InvalidContest } from './assignment/errors.ts'
export { type Assignment, assignStable, blockingPairs } from './assignment/stable.ts'
export { explain } from './engine/answer.ts'
export { type EngineInput, type Found, MatchEngine, type Merge } from './engine/engine.ts'
export type { EngineState } from './engine/parts.ts'
export { type MergeOrder, mergeSegments } from './engine/segment/merge.ts'
export { MOST_THREADS, type SegmentState } from './engine/segment/segment.ts'
export {
  DuplicateId,
  IndexFull,
  InvalidRecord,
  InvalidSettings,
  MergeUnderWay,
  StaleMerge,
  UnknownId,
} from './errors.ts'
export { NATIONWIDE } from './factors/place.ts'
export { type Language, type Reason, reasonText } from './reasons/index.ts'
export { isTelling } from './reasons/telling.ts'
export { type Ranked, type Ranking, rankJobs, rankTalents } from './reference.ts'
export {
  type ConstraintName,
  DEFAULT_SETTINGS,
  FACTORS,
  type FactorName,
  type Settings,
  checkSettings,
} from './settings.ts'
export { LEARNED_TITLES, type TitleComparer } from './titles.ts'
export type { CertificateCode, Job, OccupationGuess, Refusals, Talent } from './types.ts'
