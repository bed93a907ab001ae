import { jobsRoutes, matchRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { startApp, type TestApp, testClock } from '../testing/app.ts'
import { freshPools, isOnServer } from '../testing/database.ts'
import { given, type SomebodyGiven } from '../testing/given.ts'
import { posting } from '../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../testing/registry.ts'

/** Whole numbers below a bound, the same ones each time. */
function dice(seed: number): (below: number) => number {
  let state = seed
  return (below) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0
    return Math.floor((state / 2 ** 32) * below)
  }
}

const TITLES = ['叉车司机', '焊工', '保洁员', '会计', '厨师', '电工', '前台文员', '质检员']
const DISTRICTS = ['370202', '370203', '370211', '370212', '370213', '370214']
const DUTIES = ['装卸托盘', '盘点库存', '夜间巡检', '冷库上货', '港口理货', '码垛打包', '生鲜分拣']
const QUERIES = ['叉车', 'hangong', '黄岛 五千', '样例', 'kj', '']

interface Person extends SomebodyGiven {
  talentId: string | null
}

/** People and postings that change through any process, as long as the dice say. */
class Town {
  readonly employer: OrganisationGiven
  readonly people: Person[]
  readonly jobs: string[] = []
  readonly #pick: (below: number) => number
  #number = 0

  constructor(employer: OrganisationGiven, people: readonly SomebodyGiven[], seed: number) {
    this.employer = employer
    this.people = people.map((person) => ({ ...person, talentId: null }))
    this.#pick = dice(seed)
  }

  #one<T>(list: readonly T[]): T {
    return list[this.#pick(list.length)]!
  }

  /** One write through one process. A write that another process overtook is refused, and changes nothing. */
  async write(app: TestApp): Promise<void> {
    const kind = this.#pick(10)
    await (kind < 3 ? this.#post(app) : kind < 6 ? this.#change(app) : this.#save(app)).catch((error: unknown) => {
      if ((error as { problem?: { code: string } }).problem?.code !== 'platform.stale') throw error
    })
  }

  async #post(app: TestApp): Promise<void> {
    const number = ++this.#number
    const description = `${this.#one(DUTIES)}，${this.#one(DUTIES)}；第${String.fromCodePoint(0x4e00 + number * 37)}队。`
    const place = { place: this.#one(DISTRICTS), address: '', openings: 1 + this.#pick(3) }
    const salary = { min: 400_000 + 50_000 * this.#pick(8), max: 900_000 }
    const body = posting({ title: this.#one(TITLES), description, places: [place], salary })
    const { id } = await this.#desk(app).post({ params: { organisationId: this.employer.id }, body })
    this.jobs.push(id)
  }

  async #change(app: TestApp): Promise<void> {
    if (this.jobs.length === 0) return
    const params = { organisationId: this.employer.id, jobId: this.#one(this.jobs) }
    const closes = this.#pick(3) === 0
    const title = this.#one(TITLES)
    const { version, status } = await this.#desk(app).ownJob({ params })
    if (status === 'closed') return
    if (closes) await this.#desk(app).close({ params, body: { version, reason: 'filled' } })
    else await this.#desk(app).edit({ params, body: { version, title, salary: { min: 500_000, max: 700_000 } } })
  }

  async #save(app: TestApp): Promise<void> {
    const person = this.#one(this.people)
    const own = app.as(talentsRoutes, person)
    const [kind, hides] = [this.#pick(5), this.#pick(2) === 0]
    const [title, place] = [this.#one(TITLES), this.#one(DISTRICTS)]
    const before = await own.mine().catch(() => undefined)
    if (before && kind === 0) await own.remove()
    else if (before && kind < 3)
      await own.show({ body: { version: before.version, visibility: hides ? 'hidden' : 'open' } })
    else {
      const body = { version: before?.version ?? null, wishes: [{ title }], places: [place], skills: ['装卸'] }
      person.talentId = (await own.save({ body })).id
      return
    }
    if (kind === 0) person.talentId = null
  }

  #desk(app: TestApp) {
    return app.as(jobsRoutes, this.employer.owner)
  }

  /** Everything a process says from memory: search with its facets and completions, talents, and both sides' matches. */
  async answers(app: TestApp) {
    const params = { organisationId: this.employer.id }
    const searches = []
    for (const q of QUERIES) {
      const query = { limit: 200, facets: 'true', ...(q && { q }) } as never
      const { items, total, facets, instead } = await app.as(jobsRoutes).search({ query })
      searches.push({ q, total, facets, instead, items: items.map(({ id, title }) => [id, title]) })
      const talents = await app
        .as(talentsRoutes, this.employer.owner)
        .talents({ params, query: { limit: 50, ...(q && { q }) } })
      searches.push({ q, total: talents.total, items: talents.items.map(({ id }) => id) })
    }
    const suggested = await app.as(jobsRoutes).suggest({ query: { q: 'h' } })
    return { searches, suggested, matches: await this.#matches(app) }
  }

  async #matches(app: TestApp) {
    const points = ({ points }: { points: number }) => points
    const people = []
    for (const person of this.people) {
      const found = await app
        .as(matchRoutes, person)
        .recommended({})
        .catch(() => undefined)
      people.push(found && [found.fits.map(({ job }) => job.id), found.fits.map(points), found.near.length])
    }
    const postings = []
    for (const jobId of this.jobs) {
      const desk = app.as(matchRoutes, this.employer.owner)
      const params = { organisationId: this.employer.id, jobId }
      const found = await desk.candidates({ params }).catch(() => undefined)
      postings.push(found && [found.fits.map(({ talent }) => talent.id), found.fits.map(points)])
    }
    return { people, postings }
  }
}

// A database in this process has no second process beside it.
describe.skipIf(!isOnServer())('two processes on one database', () => {
  let open: () => ReturnType<Awaited<ReturnType<typeof freshPools>>>
  let apps: [TestApp, TestApp]
  let town: Town
  const process = (start: string) => startApp({}, undefined, { pool: open(), clock: testClock(start) })
  beforeAll(async () => {
    open = await freshPools()
    // Ids hold the time: clocks that differ give no id twice.
    apps = [await process('2026-03-02T01:00:00.000Z'), await process('2026-03-02T01:00:00.100Z')]
    const employer = await givenVerified(apps[0], { name: '样例青岛物流有限公司' })
    const people = await Promise.all(Array.from({ length: 12 }, () => given.person(apps[0])))
    town = new Town(employer, people, 20_260_302)
  })
  afterAll(async () => {
    for (const app of apps) await app.close()
  })

  test(
    'search and matches become equal after a stream of writes through both, and stay what the records say',
    { timeout: 300_000 },
    async () => {
      for (let round = 0; round < 40; round++) {
        const [first, second] = round % 2 ? apps : apps.toReversed()
        await Promise.all([town.write(first!), town.write(second!)])
        await town.write(first!)
      }
      const answers = () => Promise.all(apps.map((app) => town.answers(app)))
      // Nobody tells them to read on: they hear of each other by themselves.
      await expect
        .poll(
          async () => {
            // What may be asked in a minute is bounded.
            for (const app of apps) app.clock.advance(61)
            const [one, other] = await answers()
            return JSON.stringify(one) === JSON.stringify(other)
          },
          { timeout: 60_000, interval: 500 },
        )
        .toBe(true)
      for (const app of apps) app.clock.advance(61)
      const [{ searches, matches }] = (await answers()) as [Awaited<ReturnType<Town['answers']>>]
      expect(searches.some(({ total }) => total > 0)).toBe(true)
      expect(matches.people.some((found) => found && found[0]!.toString() !== '')).toBe(true)
      // One that begins now knows nothing but the records; on the next day all weigh words anew.
      for (const app of apps) app.clock.set('2026-03-03T08:00:00.000Z')
      const fresh = await process('2026-03-03T08:00:00.200Z')
      try {
        for (const app of apps) await app.settle()
        const expected = await town.answers(fresh)
        for (const [at, app] of apps.entries()) {
          app.clock.advance(61 * (at + 1))
          expect(await town.answers(app)).toEqual(expected)
        }
      } finally {
        await fresh.close()
      }
    },
  )
})
