import { type Found, isFit, type Job, MatchEngine, rateFit, type Talent, UnknownId } from '@renshu/match'
import { buildInBackground, type Merger, openMerger } from '@renshu/match-runtime'
import type { Seeking } from '../../talents/index.ts'
import { personIn, recordsOf } from './records.ts'

/** Records that wait before a side is merged behind the questions, and those at which the questions wait for it. */
const MERGE_AT = 4_096
const MERGE_NOW = 15_000
/** Most records that are built in this thread: while others are answered, and while nobody is. */
const FEW = 300
const MANY = 50_000

/** What a posting and a profile are besides their engine records: by it answers are cut and shortages are counted. */
export interface KnownJob {
  openings: number
  occupation: string | null
  district: string | null
}
export interface KnownTalent {
  /** False for one whose wish or consent has ended. */
  isLooking: boolean
  /** Hidden ones get recommendations and are recommended to nobody. */
  isHidden: boolean
  occupation: string | null
  district: string | null
}

// One thread for all engines of this process, made when the first merge comes.
let merger: Merger | undefined

/**
 * The engine of one city on one day. Until everything was read once it only collects, then it is built whole.
 *
 * Somebody whose wishes differ in pay stands in the engine once for each pay, and here once: the best of his records
 * counts, of equal ones that of the pay said first, and he nearly fits only where none of them fits. Answers name him by
 * his own id.
 */
export class Market {
  /** The day on which ages of postings and starting days are counted, ISO date. */
  readonly day: string
  readonly jobs = new Map<string, KnownJob>()
  readonly talents = new Map<string, KnownTalent>()
  /** The records of whoever has several. */
  readonly #several = new Map<string, readonly Talent[]>()
  /** Of each posting what may rule somebody out, 0.6 kB: asked where somebody with several records nearly fits. */
  readonly #conditions = new Map<string, Job>()
  #collected: { jobs: Map<string, Job>; talents: Map<string, Talent> } | undefined = {
    jobs: new Map(),
    talents: new Map(),
  }
  #engine: MatchEngine | undefined
  /** Records the engine's word weights were counted from. */
  #base = 0
  #updates = 0

  constructor(day: string) {
    this.day = day
  }

  get engine(): MatchEngine {
    if (!this.#engine) throw new TypeError('the market has not been loaded')
    return this.#engine
  }

  /**
   * Builds the engine, of many records in a thread of its own; nothing may be put or removed meanwhile.
   * @param isBeside whether this thread answers others meanwhile
   */
  async load(isBeside: boolean): Promise<void> {
    const { jobs, talents } = this.#collected!
    this.#base = jobs.size + talents.size
    const input = { jobs: jobs.values(), talents: talents.values(), asOf: this.day }
    const engine = this.#base > (isBeside ? FEW : MANY) ? await buildInBackground(input) : MatchEngine.build(input)
    this.#engine = engine
    this.#collected = undefined
  }

  /** True where so much is new that words should be weighed again. */
  get isOutgrown(): boolean {
    return this.#updates > Math.max(1_000, this.#base)
  }

  putJob(job: Job, known: KnownJob): void {
    this.jobs.set(job.id, known)
    this.#conditions.set(job.id, { ...job, skills: [], terms: [] })
    if (this.#collected) this.#collected.jobs.set(job.id, job)
    else this.#change('jobs', () => this.engine.putJob(job))
  }

  removeJob(id: string): void {
    if (!this.jobs.delete(id)) return
    this.#conditions.delete(id)
    if (this.#collected) this.#collected.jobs.delete(id)
    else this.#change('jobs', () => this.engine.withdrawJob(id))
  }

  putTalent(talent: Seeking, known: KnownTalent): void {
    const records = recordsOf(talent)
    const before = this.#recordIds(talent.id)
    this.talents.set(talent.id, known)
    if (records.length > 1) this.#several.set(talent.id, records)
    else this.#several.delete(talent.id)
    for (const record of records) this.#putRecord(record)
    for (const id of before.slice(records.length)) this.#removeRecord(id)
  }

  removeTalent(id: string): void {
    for (const record of this.#recordIds(id)) this.#removeRecord(record)
    this.talents.delete(id)
    this.#several.delete(id)
  }

  /** The best jobs of a talent, near misses behind them; undefined where the talent has not arrived yet. */
  jobsFor(talentId: string, k: number, near: number): Found[] | undefined {
    const records = this.#several.get(talentId)
    return orUndefined(() =>
      records ? this.#jobsForAny(records, k, near) : this.engine.jobsForTalent(talentId, k, near),
    )
  }

  #jobsForAny(records: readonly Talent[], k: number, near: number): Found[] {
    const { engine } = this
    const fits = records.flatMap(({ id }) => engine.jobsForTalent(id, k, 0))
    const misses = records.flatMap(({ id }) =>
      gather(
        near,
        (most) => engine.jobsForTalent(id, 0, most),
        (job) => !this.#doesFit(job.id, records),
      ),
    )
    return [...onceEach(fits.toSorted(byRank)).slice(0, k), ...onceEach(misses.toSorted(byRank)).slice(0, near)]
  }

  /** The best talents of a job whom employers may see, near misses behind them; undefined where it is not listed. */
  talentsFor(jobId: string, k: number, near: number): Found[] | undefined {
    // Hidden talents take part in the engine.
    const isShown = ({ id }: Found) => this.talents.get(id)?.isHidden === false
    const nearly = ({ id }: Found) => !this.#doesFit(jobId, this.#several.get(id) ?? [])
    return orUndefined(() => [
      ...gather(k, (most) => this.engine.talentsForJob(jobId, most, 0).map(ofPerson), isShown),
      ...gather(
        near,
        (most) => this.engine.talentsForJob(jobId, 0, most).map(ofPerson),
        (found) => isShown(found) && nearly(found),
      ),
    ])
  }

  #doesFit(jobId: string, records: readonly Talent[]): boolean {
    const job = this.#conditions.get(jobId)
    return job !== undefined && records.some((record) => isFit(rateFit(job, record, this.engine.scene)))
  }

  /** The ids under which somebody stands in the engine. */
  #recordIds(id: string): string[] {
    return this.#several.get(id)?.map((record) => record.id) ?? (this.talents.has(id) ? [id] : [])
  }

  #putRecord(record: Talent): void {
    if (this.#collected) this.#collected.talents.set(record.id, record)
    else this.#change('talents', () => this.engine.putTalent(record))
  }

  #removeRecord(id: string): void {
    if (this.#collected) this.#collected.talents.delete(id)
    else this.#change('talents', () => this.engine.withdrawTalent(id))
  }

  #change(side: 'jobs' | 'talents', change: () => void): void {
    const { engine } = this
    if (engine.waiting(side) >= MERGE_NOW) engine.mergeAtOnce(side)
    change()
    this.#updates++
    if (engine.waiting(side) !== MERGE_AT) return
    // A merge that fails or is overtaken harms nothing: the next one takes what it should have taken.
    ;(merger ??= openMerger()).mergeInBackground(engine, side).catch(() => {})
  }
}

/** What was found of a record, as of the person. */
const ofPerson = (found: Found): Found => ({ ...found, id: personIn(found.id) })
const byRank = (one: Found, other: Found): number =>
  other.points - one.points || (one.id < other.id ? -1 : one.id > other.id ? 1 : 0)

/** Of what is found several times the first. */
function onceEach(found: readonly Found[]): Found[] {
  const ids = new Set<string>()
  return found.filter(({ id }) => !ids.has(id) && ids.add(id))
}

/** The first `most` that are wanted, each once: asks for more and more until they are there, or nothing else is. */
function gather(most: number, ask: (most: number) => Found[], isWanted: (found: Found) => boolean): Found[] {
  // To ask for nobody costs as much as to ask for one.
  if (most === 0) return []
  for (let asked = most; ; asked *= 2) {
    const found = ask(asked)
    const wanted = onceEach(found.filter(isWanted))
    if (wanted.length >= most || found.length < asked) return wanted.slice(0, most)
  }
}

function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof UnknownId) return undefined
    throw error
  }
}
