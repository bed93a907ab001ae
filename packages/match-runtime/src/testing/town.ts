import { type Found, type Job, MatchEngine, type Talent } from '@renshu/match'
import { makeCity } from '@renshu/synthetic'

const city = makeCity()
export const AS_OF = city.asOf

/** The engine of a made-up town, and beside it the records that it should hold. */
export type Town = { engine: MatchEngine; jobs: Map<string, Job>; talents: Map<string, Talent> }

const numbered = <T extends { id: string }>(records: number, record: (number: number) => T): Map<string, T> =>
  new Map(Array.from({ length: records }, (_, number) => record(number)).map((record) => [record.id, record]))

export function makeTown(jobCount: number, talentCount: number): Town {
  const jobs = numbered(jobCount, city.job)
  const talents = numbered(talentCount, city.talent)
  return { engine: MatchEngine.build({ jobs: jobs.values(), talents: talents.values(), asOf: AS_OF }), jobs, talents }
}

/** Records that nobody of the town has been made of, to be put in. */
export const newJob = (number: number): Job => city.job(1_000_000 + number)
export const newTalent = (number: number): Talent => city.talent(1_000_000 + number)

export type Answers = { jobs: Record<string, Found[]>; talents: Record<string, Found[]> }

/** What everybody who is there is told. */
export function askAll(engine: MatchEngine, k: number, near: number): Answers {
  const answers: Answers = { jobs: {}, talents: {} }
  for (const side of ['jobs', 'talents'] as const)
    for (let position = 0; position < engine.count(side); position++) {
      const id = engine.idAt(side, position)
      if (id === undefined) continue
      answers[side][id] = side === 'jobs' ? engine.talentsForJob(id, k, near) : engine.jobsForTalent(id, k, near)
    }
  return answers
}
