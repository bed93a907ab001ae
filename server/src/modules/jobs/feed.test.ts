import { type FeedEvent, jobsRoutes, registryRoutes } from '@renshu/contracts'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenOrganisation, givenVerified, type OrganisationGiven, submit } from '../../../testing/registry.ts'
import { recordStandingFact, withdrawStandingFact } from '../registry/index.ts'
import { remindOwners, sweepCity } from './sweep.ts'

const CITY = '370200'
let app: TestApp
let organisations: OrganisationGiven[]
beforeAll(async () => {
  app = await startApp()
  organisations = [await givenVerified(app), await givenVerified(app)]
})
afterAll(() => app.close())

/** A reader who keeps what the feed told him and goes on from where he was. */
class Reader {
  readonly jobs = new Map<string, string>()
  #cursor: string | undefined

  async readOn(limit: number): Promise<FeedEvent[]> {
    const told: FeedEvent[] = []
    for (;;) {
      const query = { limit, ...(this.#cursor !== undefined && { cursor: this.#cursor }) }
      const { events, next } = await app.as(jobsRoutes).feed({ query })
      for (const event of events)
        if (event.type === 'removed') this.jobs.delete(event.id)
        else this.jobs.set(event.id, event.job!.title)
      told.push(...events)
      const last = events.at(-1)
      this.#cursor = next ?? (last ? String(last.seq) : this.#cursor)
      if (next === null) return told
    }
  }
}

/** What the public sees, asked of each posting's page. */
async function shown(ids: Iterable<string>): Promise<Map<string, string>> {
  const pages = new Map<string, string>()
  for (const jobId of ids)
    await app
      .as(jobsRoutes)
      .job({ params: { jobId } })
      .then(
        ({ id, title, scope }) => (scope === 'everyone' ? pages.set(id, title) : undefined),
        () => undefined,
      )
  return pages
}

const sorted = (jobs: ReadonlyMap<string, string>) => [...jobs].toSorted(([a], [b]) => (a < b ? -1 : 1))

const sanction = (organisationId: string) =>
  app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    recordStandingFact(
      { tx, city: CITY, ...app.clock },
      {
        organisationId,
        kind: 'sanction',
        detail: { blocks: true },
        fromOn: '2026-03-01',
        untilOn: null,
        source: 'trust.sanction',
        sourceId: 'x',
      },
    ),
  )
const lift = (factId: string) =>
  app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    withdrawStandingFact({ tx, city: CITY, ...app.clock }, factId, '撤销'),
  )

type Step =
  | { do: 'post'; by: number; scope: 'here' | 'public' | 'everyone'; days: number; look: boolean }
  | { do: 'edit'; at: number; look: boolean }
  | { do: 'hide' | 'close' | 'confirm' | 'approve'; at: number }
  | { do: 'sanction'; by: number }
  | { do: 'days'; days: number }
  | { do: 'read'; limit: number }

const at = fc.nat({ max: 20 })
const by = fc.nat({ max: 1 })
const step: fc.Arbitrary<Step> = fc.oneof(
  {
    weight: 4,
    arbitrary: fc.record({
      do: fc.constant('post' as const),
      by,
      scope: fc.constantFrom('here' as const, 'public' as const, 'everyone' as const, 'everyone' as const),
      days: fc.integer({ min: 1, max: 6 }),
      look: fc.boolean(),
    }),
  },
  { weight: 3, arbitrary: fc.record({ do: fc.constant('edit' as const), at, look: fc.boolean() }) },
  { weight: 4, arbitrary: fc.record({ do: fc.constantFrom('hide', 'close', 'confirm', 'approve'), at }) },
  { weight: 1, arbitrary: fc.record({ do: fc.constant('sanction' as const), by }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('days' as const), days: fc.integer({ min: 1, max: 3 }) }) },
  { weight: 2, arbitrary: fc.record({ do: fc.constant('read' as const), limit: fc.integer({ min: 1, max: 4 }) }) },
)

const DAY = 86_400
const dayAfter = (days: number) => new Date(app.clock.now().getTime() + days * DAY * 1000).toISOString().slice(0, 10)

interface Posted {
  id: string
  by: number
}

/** One history; every write may be refused, as it would be for anybody. */
class History {
  readonly posted: Posted[] = []
  readonly reader = new Reader()
  readonly #sanctions = new Map<number, string>()
  readonly #officer: Awaited<ReturnType<typeof given.officer>>
  #number = 0

  constructor(officer: Awaited<ReturnType<typeof given.officer>>) {
    this.#officer = officer
  }

  async take(one: Step): Promise<void> {
    if (one.do === 'post') return this.#post(one)
    if (one.do === 'sanction') return this.#toggle(one.by)
    if (one.do === 'read') return void (await this.reader.readOn(one.limit))
    if (one.do === 'days') {
      app.clock.advance(one.days * DAY)
      return sweepCity(app.services, CITY)
    }
    const posted = this.posted[one.at % Math.max(1, this.posted.length)]
    if (posted) await this.#change(one, posted).catch(() => {})
  }

  async #post({ by: who, scope, days, look }: Extract<Step, { do: 'post' }>): Promise<void> {
    const title = `样例岗位${String.fromCodePoint(0x4e00 + ++this.#number)}`
    const description = look ? '做样例工作，30岁以下。' : '做样例工作。'
    const wanted = { title, description: `${title}${description}`, scope, validUntil: dayAfter(days) }
    await givenJob(app, organisations[who]!, wanted).then(
      ({ id }) => this.posted.push({ id, by: who }),
      () => undefined,
    )
  }

  async #toggle(who: number): Promise<void> {
    const before = this.#sanctions.get(who)
    if (before) await lift(before)
    if (before) this.#sanctions.delete(who)
    else this.#sanctions.set(who, await sanction(organisations[who]!.id))
    await app.settle()
  }

  async #change(one: Extract<Step, { at: number }>, { id: jobId, by: who }: Posted): Promise<void> {
    const organisation = organisations[who]!
    const desk = app.as(jobsRoutes, organisation.owner)
    const params = { organisationId: organisation.id, jobId }
    const { version, contentHash } = await desk.ownJob({ params })
    if (one.do === 'hide') await desk.edit({ params, body: { version, scope: 'here' } })
    if (one.do === 'close') await desk.close({ params, body: { version, reason: 'filled' } })
    if (one.do === 'confirm') await desk.confirm({ params, body: { version } })
    if (one.do === 'approve') {
      const body = { version, contentHash, decision: 'approved' as const }
      await app.as(jobsRoutes, this.#officer).moderate({ params: { jobId }, body })
    }
    if (one.do === 'edit') {
      const title = `样例岗位${String.fromCodePoint(0x5e00 + ++this.#number)}`
      const description = `${title}做样例工作${one.look ? '，30岁以下。' : '。'}`
      await desk.edit({ params, body: { version, title, description } })
    }
  }

  async liftAll(): Promise<void> {
    for (const who of this.#sanctions.keys()) await this.#toggle(who)
  }
}

test(
  'the feed, read to its end after any history, holds exactly what the public may pass on',
  { timeout: 300_000 },
  async () => {
    const everything = new Set<string>()
    const officer = await given.officer(app)
    const whole = new Reader()
    await fc.assert(
      fc.asyncProperty(fc.array(step, { minLength: 5, maxLength: 25 }), async (steps) => {
        const history = new History(officer)
        for (const one of steps) await history.take(one)
        for (const { id } of history.posted) everything.add(id)
        await history.reader.readOn(3)
        await whole.readOn(7)
        const snapshot = new Reader()
        await snapshot.readOn(1000)
        const expected = sorted(await shown(everything))
        expect(sorted(snapshot.jobs)).toEqual(expected)
        expect(sorted(whole.jobs)).toEqual(expected)
        expect(sorted(history.reader.jobs)).toEqual(expected)
        await history.liftAll()
      }),
      { numRuns: 12, seed: 20_260_302 },
    )
  },
)

test('each feed holds exactly the scopes its readers may pass on, also after a scope has changed', async () => {
  const own = await givenVerified(app)
  const officer = await given.officer(app)
  const posted: Record<string, string> = {}
  for (const scope of ['here', 'public', 'everyone'] as const) {
    const wanted = { title: `样例范围${scope}`, description: `样例范围${scope}。`, scope, validUntil: dayAfter(20) }
    posted[scope] = (await givenJob(app, own, wanted)).id
  }
  const ids = Object.values(posted)
  const told = async (read: () => Promise<{ events: FeedEvent[] }>) => {
    const mine = (await read()).events.filter(({ id }) => ids.includes(id))
    // What is only numbered says nothing of the posting.
    expect(mine.every(({ type, job }) => (type === 'upsert') === (job !== undefined))).toBe(true)
    return new Set(mine.flatMap(({ job }) => job?.title ?? []))
  }
  const query = { limit: 1000 }
  const anybody = () => told(() => app.as(jobsRoutes).feed({ query }))
  const services = () => told(() => app.as(jobsRoutes, officer).serviceFeed({ query }))
  expect(await anybody()).toEqual(new Set(['样例范围everyone']))
  expect(await services()).toEqual(new Set(['样例范围everyone', '样例范围public']))
  // The site itself shows all three.
  for (const jobId of ids) expect(await app.as(jobsRoutes).job({ params: { jobId } })).toMatchObject({ id: jobId })
  const change = (from: string, scope: 'here' | 'public' | 'everyone') =>
    app.as(jobsRoutes, own.owner).edit({
      params: { organisationId: own.id, jobId: posted[from]! },
      body: { version: 1, scope },
    })
  await change('everyone', 'here')
  await change('public', 'everyone')
  await change('here', 'public')
  expect(await anybody()).toEqual(new Set(['样例范围public']))
  expect(await services()).toEqual(new Set(['样例范围public', '样例范围here']))
  await refused('platform.accessDenied', app.as(jobsRoutes, own.owner).serviceFeed({ query }))
})

test('a reader of a part of the market is told its postings, and of one that left it that it is gone', async () => {
  const [own, other] = [await givenVerified(app), await givenVerified(app)]
  const posted = async (by: OrganisationGiven, title: string, place: string, occupation: string) => {
    const wanted = { title, description: `${title}的工作。`, places: [{ place, address: '', openings: 1 }], occupation }
    return (await givenJob(app, by, { ...wanted, validUntil: dayAfter(20) })).id
  }
  const here = await posted(own, '样例部分甲', '370211', '6-30-05-01')
  const there = await posted(own, '样例部分乙', '370202', '6-30-05-01')
  const another = await posted(other, '样例部分丙', '370211', '4-01-02-01')
  const told = async (part: { place?: string; occupation?: string; organisation?: string }) => {
    const { events } = await app.as(jobsRoutes).feed({ query: { limit: 1000, ...part } })
    const mine = events.filter(({ id }) => [here, there, another].includes(id))
    expect(mine).toHaveLength(3)
    return mine.filter(({ type }) => type === 'upsert').map(({ id }) => id)
  }
  expect(await told({ place: '370211' })).toEqual([here, another])
  expect(await told({ place: '370000' })).toEqual([here, there, another])
  expect(await told({ occupation: '6-30-05-01' })).toEqual([here, there])
  expect(await told({ organisation: other.id })).toEqual([another])
  expect(await told({ place: '370211', organisation: own.id })).toEqual([here])
  const params = { organisationId: own.id, jobId: here }
  const places = [{ place: '370202', address: '', openings: 1 }]
  const { version } = await app.as(jobsRoutes, own.owner).ownJob({ params })
  await app.as(jobsRoutes, own.owner).edit({ params, body: { version, places } })
  expect(await told({ place: '370211' })).toEqual([another])
})

test('a new name of an employer reaches search, feed and index at once', async () => {
  const own = await givenOrganisation(app, { name: '样例旧名海产有限公司' })
  const officer = app.as(registryRoutes, await given.officer(app))
  await officer.decideVerification({
    params: { verificationId: await submit(app, own) },
    body: { decision: 'accepted', version: 1 },
  })
  const job = await givenJob(app, own, { title: '分拣样例', description: '分拣样例。', validUntil: dayAfter(20) })
  const reader = new Reader()
  await reader.readOn(1000)
  const { version } = await app.as(registryRoutes, own.owner).record({ params: { organisationId: own.id } })
  const name = '样例新名海产有限公司'
  await officer.correct({ params: { organisationId: own.id }, body: { version, name, reason: '更名' } })
  await app.settle()
  const told = (await reader.readOn(1000)).filter(({ id }) => id === job.id)
  expect(told).toMatchObject([{ type: 'upsert', job: { employer: { name } } }])
  const found = async (q: string) => (await app.as(jobsRoutes).search({ query: { q } })).items.map(({ id }) => id)
  expect(await found('样例新名海产')).toContain(job.id)
  expect((await app.as(jobsRoutes).search({ query: { q: '分拣样例' } })).items[0]).toMatchObject({ employer: { name } })
})

test('what the public never saw is in no feed, and of what is gone only its number is told', async () => {
  const own = await givenVerified(app)
  const params = { organisationId: own.id }
  const draft = await givenJob(app, own, { title: '未发布', publish: false, validUntil: dayAfter(20) })
  const open = await givenJob(app, own, { title: '发布后撤下', description: '样例。', validUntil: dayAfter(20) })
  const desk = app.as(jobsRoutes, own.owner)
  await desk.close({ params: { ...params, jobId: open.id }, body: { version: 1, reason: 'cancelled' } })
  const events = await new Reader().readOn(1000)
  expect(events.find(({ id }) => id === draft.id)).toBeUndefined()
  expect(events.find(({ id }) => id === open.id)).toEqual({
    seq: expect.any(Number) as number,
    type: 'removed',
    id: open.id,
  })
  const seqs = events.map(({ seq }) => seq)
  expect(seqs).toEqual([...new Set(seqs)].toSorted((a, b) => a - b))
  await refused('platform.badCursor', app.as(jobsRoutes).feed({ query: { cursor: 'x' } }))
})

test('owners are told once of what ends soon, in one message', async () => {
  const own = await givenVerified(app)
  for (const title of ['值班员', '登记员'])
    await givenJob(app, own, { title, description: `${title}的样例工作。`, validUntil: dayAfter(2) })
  const told = async () => {
    const shownMessages = app.services.messages.shown!()
    return shownMessages.filter(({ to, text }) => to === own.owner.phone && text.includes('到期'))
  }
  await remindOwners(app.services, CITY)
  await remindOwners(app.services, CITY)
  await expect.poll(async () => (await told()).length, { timeout: 15_000 }).toBe(1)
  expect((await told())[0]!.text).toContain('2 个岗位')
})
