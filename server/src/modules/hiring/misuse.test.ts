import { accountsRoutes, hiringRoutes, jobsRoutes, talentsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { proofFor, refused } from '../../../testing/codes.ts'
import { pdfOfLines } from '../../../testing/documents.ts'
import { given } from '../../../testing/given.ts'
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
import { givenLicence, givenMandate, givenVerified } from '../../../testing/registry.ts'
import { recordStandingFact, withdrawStandingFact } from '../registry/index.ts'

let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  posting = await givenPosting(app)
  talent = await givenTalent(app)
})
afterAll(() => app.close())

const CITY = '370200'
const applied = async (shareContact = true) =>
  sidesOf(app, talent, posting, (await givenApplication(app, talent, posting, shareContact)).id)
/** The talent no longer lets the employer see the contact. */
async function withdrawContact(): Promise<void> {
  const accounts = app.as(accountsRoutes, talent)
  const { items } = await accounts.listConsents()
  const consent = items.find(({ purpose, recipient }) => purpose === 'contact' && recipient === posting.employer.id)!
  await accounts.withdrawConsent({ params: { consentId: consent.id } })
}
const query = (statement: string, values: unknown[]) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)

test('a posting edited after the application is said to have changed, and the application goes on', async () => {
  const sides = await applied()
  const params = { organisationId: posting.employer.id, jobId: posting.job.id }
  const body = { version: posting.job.version, description: '内容改了：两班倒。' }
  await app.as(jobsRoutes, posting.employer.owner).edit({ params, body })
  expect(await sides.file()).toMatchObject({ stage: 'applied', job: { title: posting.job.title, changed: true } })
})

test('a posting that is closed ends what led to no offer, and keeps an offer', async () => {
  const sides = await applied()
  const other = await givenTalent(app)
  const offered = sidesOf(app, other, posting, (await givenApplication(app, other, posting)).id)
  await offered.employer(OFFER)
  const params = { organisationId: posting.employer.id, jobId: posting.job.id }
  const body = { version: posting.job.version, reason: 'filled' } as const
  await app.as(jobsRoutes, posting.employer.owner).close({ params, body })
  await app.settle()
  const closed = await sides.file()
  expect(closed).toMatchObject({ stage: 'closed', may: [], job: { listed: false } })
  expect(closed.events.at(-1)).toMatchObject({ step: 'close', by: 'system', reason: 'jobClosed' })
  expect((await offered.talent({ step: 'accept' })).stage).toBe('accepted')
})

/** An organisation is under a sanction from today on, until it is withdrawn. */
const sanction = (organisationId: string): Promise<string> =>
  app.services.database.transaction({ kind: 'system', city: CITY }, (tx) => {
    const period = { fromOn: '2026-03-02', untilOn: null, source: 'trust.sanction', sourceId: '1' }
    const fact = { organisationId, kind: 'sanction', detail: { blocks: true }, ...period } as const
    return recordStandingFact({ tx, city: CITY, ...app.clock }, fact)
  })
/** How often the talent was told that an organisation may not recruit. */
const toldOfStanding = async () => {
  const { items } = await app.as(accountsRoutes).listShownMessages()
  return items.filter(({ to, text }) => to === talent.phone && text.includes('没有招聘资格')).length
}

test('an organisation that lost its standing makes no offer and no invitation; talks go on and the talent is told', async () => {
  const sides = await applied()
  await sanction(posting.employer.id)
  await refused('registry.noStanding', sides.employer(OFFER))
  await app.settle()
  expect((await sides.employer({ step: 'talk' })).stage).toBe('talking')
  await sides.own.myMessage({ params: sides.params, body: { text: '您好' } })
  const other = await givenTalent(app)
  await refused('jobs.notListed', givenApplication(app, other, posting))
  const { organisationId } = sides.deskParams
  const body = { talentId: other.talentId, jobId: posting.job.id }
  await refused('jobs.notListed', sides.desk.invite({ params: { organisationId }, body }))
  expect((await sides.file()).organisation).toMatchObject({ standing: false })
  await expect.poll(toldOfStanding, { timeout: 15_000 }).toBe(1)
})

test('a branch loses its standing with its head: its postings go, its applicants are told as the head’s are', async () => {
  const sides = await applied()
  const head = await givenVerified(app)
  await query('update registry.organisation set branch_of_id = $2, opened_on = $3, reported_on = $3 where id = $1', [
    posting.employer.id,
    head.id,
    '2026-03-01',
  ])
  const factId = await sanction(head.id)
  await app.settle()
  await refused('registry.noStanding', sides.employer(OFFER))
  await refused('jobs.notListed', app.as(jobsRoutes).job({ params: { jobId: posting.job.id } }))
  expect((await sides.file()).organisation).toMatchObject({ standing: false })
  await expect.poll(toldOfStanding, { timeout: 15_000 }).toBe(1)
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    withdrawStandingFact({ tx, city: CITY, ...app.clock }, factId, '撤销'),
  )
  await app.settle()
  expect((await sides.file()).organisation).toMatchObject({ standing: true })
  expect((await app.as(jobsRoutes).job({ params: { jobId: posting.job.id } })).id).toBe(posting.job.id)
})

test('of a posting for a client both have to stand: that one stands again does not hide that the other does not', async () => {
  const agency = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, agency)
  const client = await givenVerified(app)
  await givenMandate(app, client, agency, { purposes: ['recruiting'], until: '2026-12-31' })
  const job = await givenJob(app, agency, { title: '两方样例工', description: '代客户招用。', employerId: client.id })
  const { id } = await givenApplication(app, talent, { employer: agency, job })
  const file = () => app.as(hiringRoutes, talent).myProcess({ params: { processId: id } })
  await sanction(client.id)
  const factId = await sanction(agency.id)
  await app.settle()
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    withdrawStandingFact({ tx, city: CITY, ...app.clock }, factId, '撤销'),
  )
  await app.settle()
  expect((await file()).organisation).toMatchObject({ standing: false })
})

describe('contact', () => {
  const open = (sides: Awaited<ReturnType<typeof applied>>) => sides.desk.contact({ params: sides.deskParams })

  test('is opened only where the person agreed, and the person sees who looked', async () => {
    const sides = await applied(false)
    expect((await sides.deskFile()).talent).toMatchObject({ contact: false })
    expect((await sides.deskFile()).talent.name).not.toBe('样例求职者')
    await refused('hiring.noContact', open(sides))
    await sides.talent({ step: 'share', shareContact: true })
    expect((await sides.deskFile()).talent).toMatchObject({ contact: true, name: '样例求职者' })
    expect(await open(sides)).toEqual({ phone: talent.phone })
    const { items } = await app.as(talentsRoutes, talent).looks()
    expect(items).toMatchObject([{ what: 'contact', organisation: { id: posting.employer.id } }])
  })
  test('disappears at once when the consent is withdrawn during an interview, and the interview goes on', async () => {
    const sides = await applied()
    await sides.employer({
      step: 'propose',
      slots: [{ startsAt: '2026-03-05T02:00:00.000Z', minutes: 30, place: '样例路2号' }],
    })
    await open(sides)
    await withdrawContact()
    await refused('hiring.noContact', open(sides))
    await app.settle()
    expect(await sides.deskFile()).toMatchObject({ stage: 'interview', talent: { contact: false } })
    expect((await sides.file()).events.at(-1)).toMatchObject({ step: 'share' })
  })
  test('is closed with the process', async () => {
    const sides = await applied()
    await sides.employer({ step: 'refuse', reason: 'pay', note: '薪资不符' })
    await refused('hiring.noContact', open(sides))
    expect((await sides.deskFile()).talent.name).not.toBe('样例求职者')
    await refused('hiring.notNow', sides.desk.message({ params: sides.deskParams, body: { text: '还来吗' } }))
  })
})

describe('a CV sent along', () => {
  const CV = pdfOfLines('姓名：样例求职者\n求职意向：叉车司机')
  const withCv = async () => {
    const own = app.as(talentsRoutes, talent)
    const { fileId: cvFileId } = await own.readCv({ query: { name: '样例简历.pdf' }, bytes: CV })
    const { version } = await own.mine()
    await own.save({ body: { version, wishes: [{ title: '叉车司机' }], places: ['370211'], cvFileId } })
  }
  const open = (sides: Awaited<ReturnType<typeof applied>>) => sides.desk.cv({ params: sides.deskParams })

  test('is opened by who may see the contact, as it was uploaded, and the person sees who looked', async () => {
    await withCv()
    const sides = await applied()
    expect(await sides.deskFile()).toMatchObject({ cv: true })
    expect(await open(sides)).toMatchObject({ name: '样例简历.pdf', type: 'application/pdf', bytes: CV })
    const { items } = await app.as(talentsRoutes, talent).looks()
    expect(items).toMatchObject([{ what: 'cv', organisation: { id: posting.employer.id } }])
    const other = app.as(hiringRoutes, (await givenVerified(app)).owner)
    await refused('platform.accessDenied', other.cv({ params: sides.deskParams }))
  })
  test('is not there where none was sent or the contact is not shown', async () => {
    const without = await applied()
    expect(await without.deskFile()).toMatchObject({ cv: false })
    await refused('files.notFound', open(without))
    await withCv()
    posting = await givenPosting(app)
    const hidden = await applied(false)
    expect(await hidden.deskFile()).toMatchObject({ cv: false })
    await refused('hiring.noContact', open(hidden))
    expect((await app.as(talentsRoutes, talent).looks()).total).toBe(0)
  })
  test('can be opened until the consent or the process ends', async () => {
    await withCv()
    const sides = await applied()
    await open(sides)
    await withdrawContact()
    await refused('hiring.noContact', open(sides))
    await app.settle()
    await sides.talent({ step: 'share', shareContact: true })
    await open(sides)
    await sides.employer({ step: 'refuse', reason: 'pay', note: '' })
    await refused('hiring.noContact', open(sides))
    expect(await sides.deskFile()).toMatchObject({ cv: false })
  })
})

describe('erasure', () => {
  test('of the profile ends open processes, and the opening is free again', async () => {
    const last = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 1 }] })
    const sides = await givenAccepted(app, talent, last)
    await app.as(talentsRoutes, talent).remove()
    await app.settle()
    expect((await sides.deskFile()).stage).toBe('erased')
    expect((await givenApplication(app, await givenTalent(app), last)).stage).toBe('applied')
  })
  test('of the account takes the words of the talent and leaves the steps', async () => {
    const sides = await applied()
    await sides.own.myMessage({ params: sides.params, body: { text: '我叫欧阳，住样例路' } })
    await sides.desk.message({ params: sides.deskParams, body: { text: '收到' } })
    await sides.talent({ step: 'withdraw', reason: 'other', note: '家里有事' })
    await app.as(accountsRoutes, talent).eraseMe({ body: { proof: await proofFor(app, talent, 'erasure') } })
    const file = await sides.deskFile()
    expect(file.messages.map(({ text }) => text)).toEqual(['', '收到'])
    expect(file.events.map(({ step, note }) => [step, note])).toEqual([
      ['apply', ''],
      ['withdraw', ''],
    ])
    expect(JSON.stringify(file)).not.toMatch(/欧阳|样例求职者/)
  })
})

test('merged profiles go on as one: of two open processes about one posting the older stays', async () => {
  const twin = await givenTalent(app)
  const sides = await applied()
  const second = await givenApplication(app, twin, posting)
  const elsewhere = await givenPosting(app)
  const third = await givenApplication(app, twin, elsewhere)
  await app.services.database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const { emit } = await import('../../platform/outbox/index.ts')
    const payload = { from: twin.talentId, into: talent.talentId }
    await emit(tx, { city: CITY, kind: 'talents.merged', payload, happenedAt: app.clock.now() })
  })
  await app.settle()
  const { items } = await sides.own.mine()
  expect(new Map(items.map(({ id, stage }) => [id, stage]))).toEqual(
    new Map([
      [sides.params.processId, 'applied'],
      [second.id, 'closed'],
      [third.id, 'applied'],
    ]),
  )
  expect((await app.as(hiringRoutes, twin).mine()).total).toBe(0)
})

describe('nobody else', () => {
  test('sees a process, writes in it or takes a step: another person, another employer, a viewer', async () => {
    const sides = await applied()
    const { processId } = sides.params
    const stranger = app.as(hiringRoutes, await givenTalent(app))
    await refused('hiring.noProcess', stranger.myProcess({ params: { processId } }))
    await refused('hiring.noProcess', stranger.myMessage({ params: { processId }, body: { text: 'x' } }))
    await refused('hiring.noProcess', stranger.mySeen({ params: { processId } }))
    const other = await givenPosting(app)
    const desk = app.as(hiringRoutes, other.employer.owner)
    const params = { organisationId: other.employer.id, processId }
    await refused('hiring.noProcess', desk.process({ params }))
    await refused('hiring.noProcess', desk.contact({ params }))
    await refused('hiring.noProcess', desk.step({ params, body: { step: 'talk', version: 1 } }))
    const viewer = app.as(hiringRoutes, await given.member(app, posting.employer.id, 'viewer'))
    await refused('platform.accessDenied', viewer.process({ params: sides.deskParams }))
    const { items } = await viewer.processes({ params: sides.deskParams })
    expect(items.map(({ may }) => may)).toEqual([[]])
  })
  test('reads what both wrote: not an officer', async () => {
    const sides = await applied()
    await sides.own.myMessage({ params: sides.params, body: { text: '悄悄话' } })
    expect((await sides.deskFile()).unread).toBe(1)
    await sides.desk.seen({ params: sides.deskParams })
    expect((await sides.deskFile()).unread).toBe(0)
    const file = await app.as(hiringRoutes, await given.officer(app)).officerProcess({ params: sides.params })
    expect(JSON.stringify(file)).not.toContain('悄悄话')
  })
})

describe('an agency', () => {
  const keep = (talentId: string, agencyId: string, consentUntil = '2026-12-31') =>
    query(
      `update talents.talent set person_id = null, agency_id = $2, visibility = 'hidden',
         consent_on = '2026-01-01', consent_until = $3, visible_until = $3 where id = $1`,
      [talentId, agencyId, consentUntil],
    )
  const agency = async () => {
    const given = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
    await givenLicence(app, given)
    return given
  }

  test('recommends whom it keeps with consent, and takes the steps of the talent', async () => {
    const keeper = await agency()
    await keep(talent.talentId, keeper.id)
    const own = app.as(hiringRoutes, keeper.owner)
    const params = { organisationId: keeper.id }
    const body = { talentId: talent.talentId, jobId: posting.job.id, note: '有叉车证' }
    const { id: processId } = await own.recommend({ params, body })
    const other = await agency()
    await refused(
      'hiring.notVisible',
      app.as(hiringRoutes, other.owner).recommend({ params: { organisationId: other.id }, body }),
    )
    const employer = app.as(hiringRoutes, posting.employer.owner)
    const deskParams = { organisationId: posting.employer.id, processId }
    await employer.step({ params: deskParams, body: { ...OFFER, version: 1 } })
    const accepted = await own.step({ params: { ...params, processId }, body: { step: 'accept', version: 2 } })
    expect(accepted).toMatchObject({ stage: 'accepted', channel: 'agency' })
    await refused('hiring.noContact', employer.contact({ params: deskParams }))
    const share = { step: 'share', version: 3, shareContact: true } as const
    await own.step({ params: { ...params, processId }, body: share })
    expect(await employer.contact({ params: deskParams })).toEqual({ phone: null })
    await keep(talent.talentId, keeper.id, '2026-03-01')
    await refused('hiring.noContact', employer.contact({ params: deskParams }))
    await employer.step({ params: deskParams, body: { step: 'confirm', version: 4, startedOn: '2026-03-02' } })
    const confirm = { step: 'confirm', version: 5, startedOn: '2026-03-02' } as const
    expect((await own.step({ params: { ...params, processId }, body: confirm })).stage).toBe('placed')
  })
  test('recommends nobody whose consent has run out', async () => {
    const keeper = await agency()
    await keep(talent.talentId, keeper.id, '2026-03-01')
    const body = { talentId: talent.talentId, jobId: posting.job.id }
    const call = app.as(hiringRoutes, keeper.owner).recommend({ params: { organisationId: keeper.id }, body })
    await refused('hiring.notVisible', call)
  })
  test('that posted the job and keeps the talent confirms for one side only', async () => {
    const keeper = await agency()
    await keep(talent.talentId, keeper.id)
    const job = await givenJob(app, keeper, { title: '装配工', description: '机构自己的岗位。' })
    const own = app.as(hiringRoutes, keeper.owner)
    const organisationId = keeper.id
    const { id: processId } = await own.recommend({
      params: { organisationId },
      body: { talentId: talent.talentId, jobId: job.id },
    })
    const params = { organisationId, processId }
    await own.step({ params, body: { ...OFFER, version: 1 } })
    await own.step({ params, body: { step: 'accept', version: 2 } })
    await own.step({ params, body: { step: 'confirm', version: 3, startedOn: '2026-03-02' } })
    const again = await own.step({ params, body: { step: 'confirm', version: 4, startedOn: '2026-03-02' } })
    expect(again).toMatchObject({ stage: 'accepted', placement: { confirmedByTalent: null } })
  })
})
