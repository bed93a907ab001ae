import type { Job, MatchEngine, Talent } from '@renshu/match'
import { scatter } from './draw.ts'
import type { Side } from '../figures.ts'
import { CITY_RECORDS, type Population, type Town } from './town.ts'

/** A change that the town has seen already and an engine has not. */
export type Update = { side: Side; apply: (engine: MatchEngine) => void }

type Kind = 'change' | 'add' | 'withdraw'

/** As much is added as is withdrawn, so the town keeps its size; nothing is withdrawn before something is added. */
const ROUND: readonly (readonly [Side, Kind])[] = [
  ['talents', 'change'],
  ['talents', 'add'],
  ['jobs', 'change'],
  ['talents', 'withdraw'],
  ['jobs', 'add'],
  ['talents', 'change'],
  ['talents', 'add'],
  ['jobs', 'withdraw'],
  ['talents', 'change'],
  ['talents', 'withdraw'],
]

/** Changes the town by the n-th update of a row that is the same every time. */
export function prepareUpdate(town: Town, n: number): Update {
  const [side, kind] = ROUND[n % ROUND.length]!
  return side === 'jobs'
    ? { side, apply: prepare(town.jobs, kind, n, putJob, (engine, id) => engine.withdrawJob(id)) }
    : { side, apply: prepare(town.talents, kind, n, putTalent, (engine, id) => engine.withdrawTalent(id)) }
}

const putJob = (engine: MatchEngine, job: Job): void => engine.putJob(job)
const putTalent = (engine: MatchEngine, talent: Talent): void => engine.putTalent(talent)

function prepare<R extends Job | Talent>(
  population: Population<R>,
  kind: Kind,
  n: number,
  put: (engine: MatchEngine, record: R) => void,
  withdraw: (engine: MatchEngine, id: string) => void,
): Update['apply'] {
  const number = population.liveFrom(scatter(n, population.size))
  if (kind === 'withdraw') {
    const id = population.withdraw(number)
    return (engine) => withdraw(engine, id)
  }
  const record = kind === 'add' ? population.add() : population.change(number, scatter(n, CITY_RECORDS))
  return (engine) => put(engine, record)
}
