import { accountsRoutes, hiringRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { givenPosting, givenTalent, OFFER, type PostingGiven } from '../../../testing/hiring.ts'
import { givenJob } from '../../../testing/jobs.ts'
import { givenLicence, givenVerified, type OrganisationGiven } from '../../../testing/registry.ts'
import { hiringJobs } from './index.ts'

/** Follow-ups of talents whom an agency keeps. */

let app: TestApp
let posting: PostingGiven
let keeper: OrganisationGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app)
  keeper = await agency()
})
afterAll(() => app.close())

async function agency(): Promise<OrganisationGiven> {
  const organisation = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, organisation, { validUntil: '2026-06-15' })
  return organisation
}
const query = (text: string, values: unknown[]) =>
  app.services.database.asOwner((connection) => connection.query(text, values))
/** The profile becomes one that the agency keeps: until a day agreed with the person, the wish of it for ninety days. */
const keep = (talentId: string, consentUntil: string) =>
  query(
    `update talents.talent set person_id = null, agency_id = $2, visibility = 'hidden', name_sealed = null,
       consent_on = '2026-01-01', consent_until = $3, visible_until = least($3::date, '2026-05-30') where id = $1`,
    [talentId, keeper.id, consentUntil],
  )

/** Signs in again: sessions end before follow-ups are due. */
const again = async ({ owner }: OrganisationGiven) =>
  app.as(hiringRoutes, await given.person(app, { phone: owner.phone }))

async function morningOf(day: string): Promise<void> {
  app.clock.set(`${day}T00:30:00Z`)
  for (const { name, run } of hiringJobs(app.services)) if (name === 'hiring.clocks') await run({})
}

/** Somebody the agency keeps began to work at an employer on 2 March; the follow-ups after 30, 90 and 180 days. */
async function placed({ consentUntil = '2026-12-31' } = {}) {
  const { talentId } = await givenTalent(app)
  await keep(talentId, consentUntil)
  const own = app.as(hiringRoutes, keeper.owner)
  const organisationId = keeper.id
  const { id: processId } = await own.recommend({
    params: { organisationId },
    body: { talentId, jobId: posting.job.id },
  })
  const params = { organisationId, processId }
  const employer = app.as(hiringRoutes, posting.employer.owner)
  const deskParams = { organisationId: posting.employer.id, processId }
  const confirm = { step: 'confirm', startedOn: '2026-03-02' } as const
  await employer.step({ params: deskParams, body: { ...OFFER, version: 1 } })
  await own.step({ params, body: { step: 'accept', version: 2 } })
  await employer.step({ params: deskParams, body: { ...confirm, version: 3 } })
  const { placement } = await own.step({ params, body: { ...confirm, version: 4 } })
  const followUps = placement!.followUps.map(({ id }) => ({ organisationId, followUpId: id }))
  return { talentId, processId, params, deskParams, followUps }
}
const SAID = { answer: 'working', note: '电话问过本人' } as const

test('an agency answers for whom it keeps, and the timeline says that it was the agency', async () => {
  const { params, deskParams, followUps } = await placed()
  await refused(
    'hiring.followUpEarly',
    app.as(hiringRoutes, keeper.owner).keptFollowUp({ params: followUps[0]!, body: SAID }),
  )
  await morningOf('2026-04-01')
  const desk = await again(keeper)
  const waiting = { params: { organisationId: keeper.id }, query: { followUp: 'true' } }
  expect((await desk.processes(waiting)).items.map(({ id }) => id)).toEqual([params.processId])
  await desk.keptFollowUp({ params: followUps[0]!, body: SAID })
  expect((await desk.processes(waiting)).total).toBe(0)
  const file = await desk.process({ params })
  expect(file.placement!.followUps[0]).toMatchObject({ answer: 'working', answeredBy: 'agency' })
  expect(file.placement!.followUps[1]).toMatchObject({ answer: null, answeredBy: null })
  expect(file.events.at(-1)).toMatchObject({
    step: 'followUp',
    by: 'agency',
    byName: keeper.name,
    note: '电话问过本人',
    followUp: { days: 30, answer: 'working' },
  })
  // What is asked after a placement is not the employer's to read.
  const employer = await (await again(posting.employer)).process({ params: deskParams })
  expect(employer.events.map(({ step }) => step)).not.toContain('followUp')
  expect((await (await again(posting.employer)).processes({ ...waiting, params: deskParams })).total).toBe(0)
})

test('it answers as long as the person agrees to be kept, also when the wish itself has lapsed', async () => {
  const { followUps } = await placed({ consentUntil: '2026-06-10' })
  await morningOf('2026-06-10')
  const desk = await again(keeper)
  await desk.keptFollowUp({ params: followUps[1]!, body: { answer: 'left' } })
  app.clock.set('2026-06-10T16:00:00Z')
  await refused('hiring.consentEnded', (await again(keeper)).keptFollowUp({ params: followUps[0]!, body: SAID }))
})

test('whom it has let go it speaks for no longer', async () => {
  const { talentId, followUps } = await placed()
  await morningOf('2026-04-01')
  const owner = await given.person(app, { phone: keeper.owner.phone })
  await app.as(talentsRoutes, owner).dropHeld({ params: { organisationId: keeper.id, talentId } })
  await refused('hiring.consentEnded', app.as(hiringRoutes, owner).keptFollowUp({ params: followUps[0]!, body: SAID }))
})

test('without papers that cover it, it answers for nobody', async () => {
  const { followUps } = await placed()
  await morningOf('2026-06-16')
  await refused('registry.noStanding', (await again(keeper)).keptFollowUp({ params: followUps[0]!, body: SAID }))
})

test('nobody else answers: another agency, the employer, a viewer', async () => {
  const { followUps } = await placed()
  await morningOf('2026-04-01')
  const { followUpId } = followUps[0]!
  const others = [posting.employer, await agency()]
  for (const other of others) {
    const params = { organisationId: other.id, followUpId }
    await refused('hiring.noProcess', (await again(other)).keptFollowUp({ params, body: SAID }))
  }
  const viewer = app.as(hiringRoutes, await given.member(app, keeper.id, 'viewer'))
  await refused('platform.accessDenied', viewer.keptFollowUp({ params: followUps[0]!, body: SAID }))
})

test('an agency that posted the job itself is the only one to ask; the answer says whose it is', async () => {
  const { talentId } = await givenTalent(app)
  await keep(talentId, '2026-12-31')
  const job = await givenJob(app, keeper, { title: '分拣员', description: '机构自己的岗位。' })
  const own = app.as(hiringRoutes, keeper.owner)
  const { id: processId } = await own.recommend({
    params: { organisationId: keeper.id },
    body: { talentId, jobId: job.id },
  })
  const params = { organisationId: keeper.id, processId }
  await own.step({ params, body: { ...OFFER, version: 1 } })
  await own.step({ params, body: { step: 'accept', version: 2 } })
  const bureau = app.as(hiringRoutes, await given.officer(app))
  const pdf = new TextEncoder().encode('%PDF-1.4\n劳动合同')
  const { id } = await bureau.evidence({ params: { processId }, query: { name: '合同.pdf' }, bytes: pdf })
  const body = { version: 3, startedOn: '2026-03-02', documents: [id], reason: '劳动合同' }
  await bureau.place({ params: { processId }, body })
  const [first] = (await own.process({ params })).placement!.followUps
  await morningOf('2026-04-01')
  const desk = await again(keeper)
  await desk.keptFollowUp({ params: { organisationId: keeper.id, followUpId: first!.id }, body: SAID })
  const { placement } = await desk.process({ params })
  expect(placement!.followUps[0]).toMatchObject({ answeredBy: 'agency' })
})

test('on the morning of a follow-up the agency is told how many of its people to ask, once', async () => {
  await placed()
  await placed()
  await morningOf('2026-04-01')
  await morningOf('2026-04-02')
  const told = async () => {
    const { items } = await app.as(accountsRoutes).listShownMessages()
    return items.filter(({ to, text }) => to === keeper.owner.phone && text.includes('回访')).map(({ text }) => text)
  }
  await expect.poll(told, { timeout: 15_000 }).toEqual([expect.stringContaining('2 位')])
})

test('figures of an agency hold whom it recommended elsewhere; how soon others answered is not counted as its answer', async () => {
  await placed()
  const figures = async ({ id, owner }: OrganisationGiven) =>
    app.as(hiringRoutes, owner).analytics({ params: { organisationId: id } })
  const own = await figures(keeper)
  expect(own.channels).toEqual([{ channel: 'agency', started: 1, placed: 1 }])
  expect(own.stages.map(({ stage }) => stage)).toEqual(['recommended', 'offered', 'accepted', 'placed'])
  expect(own).toMatchObject({ medianDaysToPlacement: 0, answered: null })
  expect(await figures(posting.employer)).toMatchObject({ channels: own.channels, answered: 10_000 })
  expect((await figures(await agency())).channels).toEqual([])
})
