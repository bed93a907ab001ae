import type { AnyAspect, Scene } from '../aspect.ts'
import { countCorpus } from '../corpus.ts'
import { DEFINITION, toPoints } from '../definition.ts'
import { skillBag, textBag } from '../factors/bags.ts'
import { DEFAULT_SETTINGS, type FactorName, type Settings, checkSettings } from '../settings.ts'
import { LEARNED_TITLES, type TitleComparer, rememberVectors } from '../titles.ts'
import type { Job, Talent } from '../types.ts'
import { type Match, answer } from './answer.ts'
import { orderOfIds } from './best.ts'
import { type Classes, classify } from './classes.ts'
import { Overlap, layOutBag } from './overlap.ts'
import { type BagStep, Search, type Step } from './search.ts'
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

/** Sieves in the order in which they rule out most for least work. */
const SIEVES = DEFINITION.filter(({ factor }) => factor !== 'occupation' && factor !== 'skills' && factor !== 'text')
const OCCUPATION = DEFINITION.find(({ factor }) => factor === 'occupation')!
const BAGS = [
  { bag: skillBag, factor: 'skills' },
  { bag: textBag, factor: 'text' },
] as const

/** @throws InvalidSettings */
export function buildIndex({
  jobs,
  talents,
  asOf,
  settings = DEFAULT_SETTINGS,
  titles = LEARNED_TITLES,
}: MatchInput): MatchIndex {
  const corpus = countCorpus(jobs, talents)
  const scene: Scene = { settings: checkSettings(settings), asOf, corpus, titles: rememberVectors(titles) }
  const classes = new Map(DEFINITION.map(({ aspect }) => [aspect, classifyBoth(aspect, jobs, talents)]))
  const bags = BAGS.map(({ bag, factor }) => ({ bag, factor, sides: layOutBag(bag, jobs, talents, corpus) }))

  const direction = (asking: 'jobs' | 'talents') => {
    const step = ({ aspect, factor }: (typeof DEFINITION)[number]): Step => {
      const weight = weightOf(factor, settings)
      const verdicts = new Verdicts(...inDirection(asking, aspect, classes.get(aspect)!, scene), (share) =>
        toPoints(share, weight),
      )
      return { verdicts, most: toPoints(1, weight) }
    }
    const bagStep = ({ bag, factor, sides }: (typeof bags)[number]): BagStep => {
      const weight = settings.weights[factor]
      return {
        overlap: new Overlap(bag, sides, asking, settings, (share) => toPoints(share, weight)),
        most: toPoints(1, weight),
      }
    }
    return new Search(
      SIEVES.map(step),
      bags.map(bagStep),
      step(OCCUPATION),
      asking === 'jobs' ? talents.length : jobs.length,
    )
  }
  const sides = { jobs, talents, scene }
  const fromJobs = direction('jobs')
  const fromTalents = direction('talents')
  const talentOrder = orderOfIds(talents.map(({ id }) => id))
  const jobOrder = orderOfIds(jobs.map(({ id }) => id))
  return {
    scene,
    talentsForJob: (job, k, near) => answer(sides, fromJobs, job, 'jobs', { k, near, order: talentOrder }),
    jobsForTalent: (talent, k, near) => answer(sides, fromTalents, talent, 'talents', { k, near, order: jobOrder }),
  }
}

const weightOf = (factor: FactorName | undefined, { weights }: Settings): number => (factor ? weights[factor] : 0)

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
