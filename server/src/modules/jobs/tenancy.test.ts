import { accountsRoutes, jobsRoutes } from '@renshu/contracts'
import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { proofFor, refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import type { Scope } from '../../platform/database/index.ts'
import { giveBackOpening, jobCards, listedJob, ownedJob, readJobChanges, takeOpening } from './index.ts'

const CITY = '370200'
let app: TestApp
let own: OrganisationGiven
let other: OrganisationGiven
const names = new Map<string, string>()
beforeAll(async () => {
  app = await startApp()
  own = await givenVerified(app)
  other = await givenVerified(app, { district: '370203' })
  const hidden = { publish: false, places: [{ place: '370203', address: '', openings: 1 }] }
  names.set((await givenJob(app, own, { title: '公开' })).id, 'own public')
  names.set((await givenJob(app, own, { title: '草稿', description: '甲', publish: false })).id, 'own draft')
  names.set((await givenJob(app, other, { title: '别家公开', description: '乙' })).id, 'other public')
  names.set((await givenJob(app, other, { title: '别家草稿', description: '丙', ...hidden })).id, 'other draft')
})
afterAll(() => app.close())

const somebody = '019cac0f-2680-7000-8000-0000000fffff'
const scopes = (): Record<string, Scope> => ({
  public: { kind: 'public', city: CITY },
  person: { kind: 'person', city: CITY, personId: somebody },
  member: { kind: 'member', city: CITY, personId: somebody, organisationId: own.id },
  officer: { kind: 'officer', city: CITY, personId: somebody, district: '370203' },
  foreign: { kind: 'officer', city: '371100', personId: somebody, district: null },
})
const run = (scope: Scope, statement: string) =>
  app.services.database.transaction(scope, (tx) => sql<{ id: string }>`${sql.raw(statement)}`.execute(tx))

test('the database itself shows a posting only to whom it concerns', async () => {
  const seen = async (scope: Scope) => {
    const { rows } = await run(scope, 'select id from jobs.job')
    return rows.map(({ id }) => names.get(id)!).toSorted()
  }
  const everybody = ['other public', 'own public']
  expect(await seen(scopes()['public']!)).toEqual(everybody)
  expect(await seen(scopes()['person']!)).toEqual(everybody)
  expect(await seen(scopes()['member']!)).toEqual(['other public', 'own draft', 'own public'])
  expect(await seen(scopes()['officer']!)).toEqual(['other draft', ...everybody])
  expect(await seen(scopes()['foreign']!)).toEqual([])
})

test('the database itself lets nobody change the posting of another, nor see its versions', async () => {
  const change = `update jobs.job set title = 'x' where organisation_id = '${other.id}' returning id`
  expect((await run(scopes()['member']!, change)).rows).toEqual([])
  expect((await run(scopes()['person']!, change)).rows).toEqual([])
  const { rows } = await run(scopes()['member']!, 'select distinct organisation_id as id from jobs.version')
  expect(rows.map(({ id }) => id)).toEqual([own.id])
  expect((await run(scopes()['public']!, 'select id from jobs.version')).rows).toEqual([])
})

test('the database itself refuses an organisation a decision in an officer’s name', async () => {
  const insert = `insert into jobs.decision select city, '${somebody}', id, organisation_id, content_hash, 'approved', '', now(),
    '${somebody}' from jobs.job where organisation_id = '${own.id}' limit 1`
  await expect(run(scopes()['member']!, insert)).rejects.toMatchObject({ code: '42501' })
})

test('another city knows nothing of a posting', async () => {
  const [jobId] = names.keys()
  await refused('jobs.notListed', app.as(jobsRoutes, { city: '371100' }).job({ params: { jobId: jobId! } }))
  expect((await app.as(jobsRoutes, { city: '371100' }).feed()).events).toEqual([])
})

test('the last opening goes to one of many, and can be given back', async () => {
  const { id } = await givenJob(app, own, {
    title: '两人',
    description: '丁',
    places: [{ place: '370211', address: '', openings: 2 }],
  })
  const take = () =>
    app.services.database.transaction({ kind: 'system', city: CITY }, (tx) => takeOpening(tx, CITY, id))
  const taken = await Promise.all([take(), take(), take(), take()])
  expect(taken.filter(Boolean)).toHaveLength(2)
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) => giveBackOpening(tx, CITY, id))
  expect([await take(), await take()]).toEqual([true, false])
})

test('what other modules are told of a posting keeps to what is listed, and to whose it is', async () => {
  const [open, draft] = [...names.keys()]
  const system = { kind: 'system', city: CITY } as const
  await app.services.database.transaction(system, async (tx) => {
    const on = '2026-03-02'
    expect(await listedJob(tx, CITY, open!, on)).toMatchObject({ organisationId: own.id, employerName: own.name })
    expect(await listedJob(tx, CITY, draft!, on)).toBeUndefined()
    expect(await ownedJob(tx, CITY, own.id, draft!)).toMatchObject({ status: 'draft', listedUntil: null })
    expect(await ownedJob(tx, CITY, other.id, draft!)).toBeUndefined()
    const desk = {
      tx,
      city: CITY,
      language: 'zh' as const,
      now: app.clock.now,
      asSystem: <T>(work: () => Promise<T>) => work(),
    }
    expect([...(await jobCards(desk, [open!, draft!])).keys()]).toEqual([open])
    expect((await jobCards(desk, [open!, draft!], { ended: true })).size).toBe(2)
    const changes = await readJobChanges(tx, CITY, 0, 100)
    expect(changes.map(({ id }) => id)).not.toContain(draft)
    expect(changes.find(({ id }) => id === open)!.job).toMatchObject({ employer: own.name, updatedOn: on })
  })
})

test('an erased person leaves a report that is counted, without who he was and what he wrote', async () => {
  const [jobId] = names.keys()
  const person = await given.person(app)
  const as = app.as(jobsRoutes, person)
  await as.report({ params: { jobId: jobId! }, body: { kind: 'fee', text: '我叫某某，他们收钱' } })
  const account = app.as(accountsRoutes, person)
  const exported = await account.exportMe({ body: { proof: await proofFor(app, person, 'export') } })
  expect(new TextDecoder().decode(exported.bytes)).toContain('他们收钱')
  await account.eraseMe({ body: { proof: await proofFor(app, person, 'erasure') } })
  const { rows } = await run({ kind: 'system', city: CITY }, 'select * from jobs.report')
  expect(rows).toMatchObject([{ kind: 'fee', text: '', reportedBy: null }])
})
