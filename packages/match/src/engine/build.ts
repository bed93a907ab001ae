import type { AnyAspect, Scene } from '../aspect.ts'
import { countCorpus } from '../corpus.ts'
import { DEFINITION, toPoints } from '../definition.ts'
import { isDay } from '../days.ts'
import { InvalidSettings } from '../errors.ts'
import { skillBag, textBag } from '../factors/bags.ts'
import { DEFAULT_SETTINGS, type FactorName, type Settings, checkSettings } from '../settings.ts'
import { LEARNED_TITLES, type TitleComparer, rememberVectors } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { type Match, type Sides, answer } from './answer.ts'
import { orderOfIds } from './best.ts'
import { type Classes, classify } from './classes.ts'
import { Overlap, layOutBag } from './overlap.ts'
import { type CostlyStep, Search, askOverlap, askVerdicts } from './search.ts'
import { type Judge, Verdicts } from './verdicts.ts'

export type MatchInput = {
  jobs: readonly Job[]
  talents: readonly Talent[]
  /** The day on which the match is made, ISO date. */
  asOf: string
  settings?: Settings
  titles?: TitleComparer
}

/** An index over a set of jobs and talents that answers in both directions what {@link judgeFit} would answer. */
export type MatchIndex = {
  scene: Scene
  /** @param job position in the input. @param k most matches. @param near most near misses, after the matches. */
  talentsForJob: (job: number, k: number, near: number) => Match[]
  jobsForTalent: (talent: number, k: number, near: number) => Match[]
}

/** Asked of every record; the place first, because it rules out most. */
const SIEVES = DEFINITION.filter(
  ({ factor }) => factor !== 'occupation' && factor !== 'skills' && factor !== 'text',
).sort((a, b) => Number(b.constraint === 'place') - Number(a.constraint === 'place'))
const OCCUPATION = DEFINITION.find(({ factor }) => factor === 'occupation')!
/** Verdicts kept per aspect and direction: titles are many and dear to compare, everything else is cheap. */
const KEPT = { occupation: 1 << 24, sieve: 1 << 20 } as const

/** @throws InvalidSettings also when `asOf` is no ISO date. */
export function buildIndex(input: MatchInput): MatchIndex {
  const { jobs, talents, asOf, settings = DEFAULT_SETTINGS, titles = LEARNED_TITLES } = input
  if (!isDay(asOf)) throw new InvalidSettings('asOf', asOf)
  const corpus = countCorpus(jobs, talents)
  const scene: Scene = { settings: checkSettings(settings), asOf, corpus, titles: rememberVectors(titles) }
  const sides = { jobs, talents, scene }
  const [fromJobs, fromTalents] = buildSearches(sides)
  const talentOrder = orderOfIds(talents.map(({ id }) => id))
  const jobOrder = orderOfIds(jobs.map(({ id }) => id))
  return {
    scene,
    talentsForJob: (job, k, near) => answer(sides, fromJobs, job, 'jobs', { k, near, order: talentOrder }),
    jobsForTalent: (talent, k, near) => answer(sides, fromTalents, talent, 'talents', { k, near, order: jobOrder }),
  }
}

/** Classes and columns are laid out once and serve both directions. */
function buildSearches({ jobs, talents, scene }: Sides): [fromJobs: Search, fromTalents: Search] {
  const { settings, corpus } = scene
  const classes = new Map([...SIEVES, OCCUPATION].map(({ aspect }) => [aspect, classifyBoth(aspect, jobs, talents)]))
  const skills = { bag: skillBag, sides: layOutBag(skillBag, jobs, talents, corpus) }
  const text = { bag: textBag, sides: layOutBag(textBag, jobs, talents, corpus) }
  const search = (asking: 'jobs' | 'talents', size: number): Search => {
    const verdicts = ({ aspect, factor }: (typeof DEFINITION)[number], kept: number): Verdicts =>
      new Verdicts(...inDirection(asking, aspect, classes.get(aspect)!, scene), pointsOf(factor, settings), kept)
    const overlap = ({ bag, sides }: typeof skills, factor: 'skills' | 'text'): CostlyStep => {
      const points = pointsOf(factor, settings)
      return askOverlap(new Overlap(bag, sides, asking, settings, points), points(1))
    }
    const occupation = askVerdicts(verdicts(OCCUPATION, KEPT.occupation), pointsOf('occupation', settings)(1))
    const sieves = SIEVES.map((sieve) => verdicts(sieve, KEPT.sieve))
    // The costly ones in the order in which they prune most for least work.
    return new Search(sieves, [overlap(skills, 'skills'), occupation, overlap(text, 'text')], size)
  }
  return [search('jobs', talents.length), search('talents', jobs.length)]
}

const pointsOf = (factor: FactorName | undefined, { weights }: Settings) => {
  const weight = factor ? weights[factor] : 0
  return (share: number): number => toPoints(share, weight)
}

const classifyBoth = (aspect: AnyAspect, jobs: readonly Job[], talents: readonly Talent[]) => ({
  jobs: classify(jobs, aspect.ofJob),
  talents: classify(talents, aspect.ofTalent),
})

/** The classes of the asking and of the answering side, and the judgement with its arguments in that order. */
function inDirection(
  asking: 'jobs' | 'talents',
  aspect: AnyAspect,
  { jobs, talents }: { jobs: Classes; talents: Classes },
  scene: Scene,
): [Classes, Classes, Judge] {
  return asking === 'jobs'
    ? [jobs, talents, (job, talent) => aspect.judge(job, talent, scene)]
    : [talents, jobs, (talent, job) => aspect.judge(job, talent, scene)]
}
