import { hiringRoutes, jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import {
  givenAccepted,
  givenApplication,
  givenPosting,
  givenTalent,
  OFFER,
  type PostingGiven,
  sidesOf,
  type TalentGiven,
} from '../../../testing/hiring.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { emit } from '../../platform/outbox/index.ts'

/** Two profiles of one person, each with a process about the same posting. */

const CITY = '370200'
let app: TestApp
let posting: PostingGiven
let keeper: OrganisationGiven
let person: TalentGiven
let kept: TalentGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 2 }] })
  keeper = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, keeper)
  person = await givenTalent(app)
  kept = await givenTalent(app)
  await query(
    `update talents.talent set person_id = null, agency_id = $2, visibility = 'hidden',
       consent_on = '2026-01-01', consent_until = '2026-12-31', visible_until = '2026-12-31' where id = $1`,
    [kept.talentId, keeper.id],
  )
})
afterAll(() => app.close())

const query = (statement: string, values: unknown[]) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)
const taken = async () =>
  (await query('select taken from jobs.job where id = $1', [posting.job.id]))[0] as { taken: number }
const standing = async (id: string) =>
  (await query('select stage, talent_id, person_id, agency_id from hiring.process where id = $1', [id]))[0]
const failures = async () =>
  (await query(`select failures from platform.subscription where name = 'hiring'`, []))[0] as { failures: number }

/** The agency recommends whom it keeps, and the employer makes an offer. */
async function keptOffered() {
  const own = app.as(hiringRoutes, keeper.owner)
  const organisationId = keeper.id
  const body = { talentId: kept.talentId, jobId: posting.job.id }
  const { id: processId } = await own.recommend({ params: { organisationId }, body })
  const deskParams = { organisationId: posting.employer.id, processId }
  await app.as(hiringRoutes, posting.employer.owner).step({ params: deskParams, body: { ...OFFER, version: 1 } })
  const params = { organisationId, processId }
  return { id: processId, accept: () => own.step({ params, body: { step: 'accept', version: 2 } }) }
}
async function merge(from: TalentGiven, into: TalentGiven): Promise<void> {
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) => {
    const payload = { from: from.talentId, into: into.talentId }
    return emit(tx, { city: CITY, kind: 'talents.merged', payload, happenedAt: app.clock.now() })
  })
  await app.settle()
}

test('an offer to the kept profile goes on as the person’s, who accepts it; the own application ends as merged', async () => {
  const { id } = await keptOffered()
  const applied = await givenApplication(app, person, posting)
  await merge(kept, person)
  expect(await standing(id)).toMatchObject({ stage: 'offered', person_id: person.personId, agency_id: null })
  const ended = sidesOf(app, person, posting, applied.id)
  expect((await ended.file()).events.at(-1)).toMatchObject({ step: 'merge', stage: 'closed', reason: 'merged' })
  expect((await sidesOf(app, person, posting, id).talent({ step: 'accept' })).stage).toBe('accepted')
})

test('what happens after a merge is still heard', async () => {
  await keptOffered()
  await givenApplication(app, person, posting)
  const other = await givenPosting(app)
  const elsewhere = await givenApplication(app, person, other)
  await merge(kept, person)
  expect(await failures()).toEqual({ failures: 0 })
  const params = { organisationId: other.employer.id, jobId: other.job.id }
  await app
    .as(jobsRoutes, other.employer.owner)
    .close({ params, body: { version: other.job.version, reason: 'filled' } })
  await app.settle()
  expect(await standing(elsewhere.id)).toMatchObject({ stage: 'closed' })
})

describe('of two about one posting', () => {
  test('that stays which is further on, though the other is older', async () => {
    const { id: older } = await keptOffered()
    app.clock.advance(60)
    const { id: accepted } = await givenAccepted(app, person, posting)
    await merge(kept, person)
    expect(await standing(older)).toMatchObject({ stage: 'closed' })
    expect(await standing(accepted)).toMatchObject({ stage: 'accepted', person_id: person.personId })
    expect(await taken()).toEqual({ taken: 1 })
  })
  test('the older stays of two offers, also where it is the profile’s that goes', async () => {
    const { id: older } = await keptOffered()
    app.clock.advance(60)
    const { id: newer } = await givenApplication(app, person, posting)
    await sidesOf(app, person, posting, newer).employer(OFFER)
    await merge(kept, person)
    expect(await standing(older)).toMatchObject({ stage: 'offered', talent_id: person.talentId })
    expect(await standing(newer)).toMatchObject({ stage: 'closed' })
  })
  test('accepted twice, the older stays and the opening of the other is free again', async () => {
    const { id: older } = await givenAccepted(app, person, posting)
    app.clock.advance(60)
    const newer = await keptOffered()
    await newer.accept()
    expect(await taken()).toEqual({ taken: 2 })
    await merge(kept, person)
    expect(await standing(older)).toMatchObject({ stage: 'accepted' })
    expect(await standing(newer.id)).toMatchObject({ stage: 'closed' })
    expect(await taken()).toEqual({ taken: 1 })
  })
  test('an application stays before an invitation that nobody has answered', async () => {
    const params = { organisationId: posting.employer.id }
    const other = await givenTalent(app)
    const desk = app.as(hiringRoutes, posting.employer.owner)
    const { id: invited } = await desk.invite({ params, body: { talentId: other.talentId, jobId: posting.job.id } })
    app.clock.advance(60)
    const { id: applied } = await givenApplication(app, person, posting)
    await merge(person, other)
    expect(await standing(invited)).toMatchObject({ stage: 'closed' })
    expect(await standing(applied)).toMatchObject({ stage: 'applied', person_id: other.personId })
  })
})

describe('the name and the phone', () => {
  const other = () => givenTalent(app, { name: '样例合并' })
  /** How the desk of the posting's organisation names who is in its processes, and whether they show the contact. */
  const shown = async () => {
    const { items } = await app
      .as(hiringRoutes, posting.employer.owner)
      .processes({ params: { organisationId: posting.employer.id } })
    return new Map(items.map(({ id, talent }) => [id, [talent.name.startsWith('求职者 '), talent.contact]]))
  }
  test('stay hidden in a process that did not show them, though another one of the same person does', async () => {
    const next = await givenJob(app, posting.employer, { title: '合并样例搬运工', description: '搬运货物，两班倒。' })
    const twin = await other()
    const { id: shared } = await givenApplication(app, twin, posting)
    const { id: bare } = await givenApplication(app, twin, { ...posting, job: next }, false)
    expect(await shown()).toEqual(
      new Map([
        [shared, [false, true]],
        [bare, [true, false]],
      ]),
    )
  })
  test('are not taken over from the profile that goes: who stays never agreed, is told, and may show them', async () => {
    const next = await givenJob(app, posting.employer, { title: '合并样例分拣员', description: '分拣包裹，白班。' })
    const twin = await other()
    const { id: shared } = await givenApplication(app, twin, posting)
    const { id: bare } = await givenApplication(app, person, { ...posting, job: next }, false)
    await merge(twin, person)
    expect(await shown()).toEqual(
      new Map([
        [shared, [true, false]],
        [bare, [true, false]],
      ]),
    )
    const sides = sidesOf(app, person, posting, shared)
    expect((await sides.file()).events.at(-1)).toMatchObject({ step: 'share', by: 'system', reason: 'merged' })
    await refused('hiring.noContact', sides.desk.contact({ params: sides.deskParams }))
    await sides.talent({ step: 'share', shareContact: true })
    expect((await sides.desk.contact({ params: sides.deskParams })).phone).toBe(person.phone)
    expect((await shown()).get(bare)).toEqual([true, false])
  })
  test('stay shown where who stays has agreed to it for this organisation', async () => {
    const next = await givenJob(app, posting.employer, { title: '合并样例装配工', description: '装配零件，白班。' })
    const twin = await other()
    const { id: shared } = await givenApplication(app, twin, posting)
    await givenApplication(app, person, { ...posting, job: next })
    await merge(twin, person)
    expect((await shown()).get(shared)).toEqual([false, true])
  })
})
