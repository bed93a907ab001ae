import { type Found, type Job, MatchEngine, type Talent, UnknownId } from '@renshu/match'
import { buildInBackground, type Merger, openMerger } from '@renshu/match-runtime'

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

/** The engine of one city on one day. Until everything was read once it only collects, then it is built whole. */
export class Market {
  /** The day on which ages of postings and starting days are counted, ISO date. */
  readonly day: string
  readonly jobs = new Map<string, KnownJob>()
  readonly talents = new Map<string, KnownTalent>()
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
    if (this.#collected) this.#collected.jobs.set(job.id, job)
    else this.#change('jobs', () => this.engine.putJob(job))
  }

  removeJob(id: string): void {
    if (!this.jobs.delete(id)) return
    if (this.#collected) this.#collected.jobs.delete(id)
    else this.#change('jobs', () => this.engine.withdrawJob(id))
  }

  putTalent(talent: Talent, known: KnownTalent): void {
    this.talents.set(talent.id, known)
    if (this.#collected) this.#collected.talents.set(talent.id, talent)
    else this.#change('talents', () => this.engine.putTalent(talent))
  }

  removeTalent(id: string): void {
    if (!this.talents.delete(id)) return
    if (this.#collected) this.#collected.talents.delete(id)
    else this.#change('talents', () => this.engine.withdrawTalent(id))
  }

  /** The best jobs of a talent, near misses behind them; undefined where the talent has not arrived yet. */
  jobsFor(talentId: string, k: number, near: number): Found[] | undefined {
    return orUndefined(() => this.engine.jobsForTalent(talentId, k, near))
  }

  /** The best talents of a job whom employers may see, near misses behind them; undefined where it is not listed. */
  talentsFor(jobId: string, k: number, near: number): Found[] | undefined {
    return orUndefined(() => {
      // Hidden talents take part: ask for more until enough of the others are there.
      for (let more = 1; ; more *= 2) {
        const found = this.engine.talentsForJob(jobId, k * more, near * more)
        const seen = found.filter(({ id }) => this.talents.get(id)?.isHidden === false)
        const fits = seen.filter(({ isNearMiss }) => !isNearMiss)
        const misses = seen.filter(({ isNearMiss }) => isNearMiss)
        const areAll =
          found.filter(({ isNearMiss }) => !isNearMiss).length < k * more && found.length < (k + near) * more
        const enough = fits.length >= k && misses.length >= near
        if (enough || areAll || k * more > this.talents.size) return [...fits.slice(0, k), ...misses.slice(0, near)]
      }
    })
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

function orUndefined<T>(ask: () => T): T | undefined {
  try {
    return ask()
  } catch (error) {
    if (error instanceof UnknownId) return undefined
    throw error
  }
}
