import { accountsRoutes, hiringRoutes, jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
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
import { hiringJobs } from './index.ts'

let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app)
  talent = await givenTalent(app)
})
afterAll(() => app.close())

const applied = async () => sidesOf(app, talent, posting, (await givenApplication(app, talent, posting)).id)

/** An officer decides on the posting as it stands. */
async function decide(decision: 'approved' | 'refused', { job, employer } = posting) {
  const params = { organisationId: employer.id, jobId: job.id }
  const { version, contentHash } = await app.as(jobsRoutes, employer.owner).ownJob({ params })
  const body = { version, contentHash, decision, reason: decision === 'refused' ? '虚假招聘' : '' }
  await app.as(jobsRoutes, await given.officer(app)).moderate({ params: { jobId: job.id }, body })
  await app.settle()
}

/** A message to a phone is sent that says this. */
async function isTold(to: string, words: RegExp): Promise<void> {
  const said = async () => {
    const { items } = await app.as(accountsRoutes).listShownMessages()
    return items
      .filter((message) => message.to === to)
      .map(({ text }) => text)
      .join('\n')
  }
  await expect.poll(said, { timeout: 30_000 }).toMatch(words)
}

const submitAgain = async ({ job, employer } = posting) => {
  const params = { organisationId: employer.id, jobId: job.id }
  const desk = app.as(jobsRoutes, employer.owner)
  const { version } = await desk.ownJob({ params })
  await desk.edit({ params, body: { version, description: '在样例仓库收发货物，按月发工资。', publish: true } })
}

test('a refused posting hides the contact, and its employer can only end what is open', async () => {
  const sides = await applied()
  expect((await sides.desk.contact({ params: sides.deskParams })).phone).toBe(talent.phone)
  await decide('refused')
  await refused('hiring.jobHeld', sides.desk.contact({ params: sides.deskParams }))
  await refused('hiring.jobHeld', sides.employer(OFFER))
  await refused('hiring.jobHeld', sides.employer({ step: 'talk', note: '' }))
  await refused('hiring.jobHeld', sides.desk.message({ params: sides.deskParams, body: { text: '请先交押金' } }))
  const file = await sides.deskFile()
  expect(file).toMatchObject({ may: ['refuse'], cv: false, answerBy: null, job: { held: true } })
  expect(file.talent).toMatchObject({ contact: false, name: expect.stringContaining('求职者 ') as string })
  expect((await sides.employer({ step: 'refuse', reason: 'other', note: '' })).stage).toBe('refused')
})

test('who applied is told not to pay, sees it in the timeline and may withdraw', async () => {
  const sides = await applied()
  await decide('refused')
  await isTold(talent.phone, /下架核查.*不要缴费.*不要提供身份证件/)
  const file = await sides.file()
  expect(file).toMatchObject({ stage: 'applied', job: { held: true }, talent: { contact: false } })
  expect(file.events.at(-1)).toMatchObject({ step: 'hold', by: 'system' })
  expect((await sides.talent({ step: 'withdraw', reason: 'employer', note: '' })).stage).toBe('withdrawn')
})

test('nobody accepts an offer of a refused posting, and who accepted one may leave though work was confirmed', async () => {
  const offered = await applied()
  await offered.employer(OFFER)
  const accepted = await givenAccepted(app, await givenTalent(app), posting)
  await accepted.employer({ step: 'confirm', startedOn: '2026-03-02' })
  await decide('refused')
  await refused('hiring.jobHeld', offered.talent({ step: 'accept' }))
  expect((await offered.file()).may.toSorted()).toEqual(['decline', 'share'])
  expect((await accepted.talent({ step: 'withdraw', reason: 'employer', note: '' })).stage).toBe('withdrawn')
})

test('no clock runs while the posting is refused, and approved again it goes on from that day', async () => {
  const sides = await applied()
  await decide('refused')
  await strikeOn('2026-04-01T00:30:00Z')
  // Sessions have ended by then.
  app.clock.set('2026-03-05T01:00:00Z')
  expect((await sides.file()).stage).toBe('applied')
  await submitAgain()
  await decide('approved')
  const file = await sides.file()
  expect(file).toMatchObject({ stage: 'applied', job: { held: false }, talent: { contact: true }, overdue: false })
  expect(file.answerBy! > '2026-03-05').toBe(true)
  expect(file.events.at(-1)).toMatchObject({ step: 'release' })
  expect((await sides.desk.contact({ params: sides.deskParams })).phone).toBe(talent.phone)
  expect((await sides.employer({ ...OFFER, startOn: '2026-03-09' })).stage).toBe('offered')
  await isTold(talent.phone, /通过核查/)
})

/** The clocks strike on a morning; what is seen afterwards is seen in a session of these days. */
async function strikeOn(morning: string): Promise<void> {
  app.clock.set(morning)
  for (const { name, run } of hiringJobs(app.services)) if (name === 'hiring.clocks') await run({})
}

describe('nothing rests for ever', () => {
  test('who was offered work hears that he may decline or wait; after the days of the city it ends, not by him', async () => {
    const offered = await applied()
    await offered.employer(OFFER)
    await decide('refused')
    await isTold(talent.phone, /发录用通知的“.*下架核查.*不要缴费.*可以谢绝，也可以等核查结果/)
    expect((await offered.file()).job).toMatchObject({ held: true, heldUntil: '2026-04-01' })
    await strikeOn('2026-04-02T00:30:00Z')
    app.clock.set('2026-03-05T01:00:00Z')
    const file = await offered.file()
    expect(file).toMatchObject({ stage: 'closed', job: { heldUntil: null }, may: [] })
    expect(file.events.at(-1)).toMatchObject({ step: 'close', by: 'system', reason: 'jobRefused' })
    await isTold(talent.phone, /没有通过核查，这次应聘已结束，不是您谢绝的/)
  })
  test('a refused posting that is closed ends its offers, and gives back the opening of who accepted', async () => {
    const offered = await applied()
    await offered.employer(OFFER)
    const accepted = await givenAccepted(app, await givenTalent(app), posting)
    const began = await givenApplication(app, await givenTalent(app), posting)
    await decide('refused')
    const desk = app.as(jobsRoutes, posting.employer.owner)
    const params = { organisationId: posting.employer.id, jobId: posting.job.id }
    const { version } = await desk.ownJob({ params })
    await desk.close({ params, body: { version, reason: 'cancelled' } })
    await app.settle()
    for (const { file } of [offered, accepted]) expect(await file()).toMatchObject({ stage: 'closed' })
    const { items } = await app.as(hiringRoutes, posting.employer.owner).processes({ params })
    expect(items.find(({ id }) => id === began.id)).toMatchObject({ stage: 'closed' })
    const [row] = await app.services.database.asOwner(
      async (connection) => (await connection.query('select taken from jobs.job where id = $1', [posting.job.id])).rows,
    )
    expect(row).toEqual({ taken: 0 })
  })
  test('where a side said that work began it stays until an officer decides by evidence', async () => {
    const accepted = await givenAccepted(app, talent, posting)
    await accepted.talent({ step: 'confirm', startedOn: '2026-03-02' })
    await decide('refused')
    await strikeOn('2026-05-02T00:30:00Z')
    app.clock.set('2026-03-05T01:00:00Z')
    expect((await accepted.file()).stage).toBe('accepted')
    const waiting = await app.as(hiringRoutes, await given.officer(app)).placements({ query: { limit: 100 } })
    expect(waiting.items.map(({ id }) => id)).toContain(accepted.id)
  })
  test('approved in time, an offer has as many days left as it had', async () => {
    const offered = await applied()
    await offered.employer(OFFER)
    app.clock.set('2026-03-04T01:00:00Z')
    await decide('refused')
    app.clock.set('2026-03-20T01:00:00Z')
    talent = { ...talent, ...(await given.person(app, talent)) }
    posting.employer.owner = { ...posting.employer.owner, ...(await given.person(app, posting.employer.owner)) }
    await submitAgain()
    await decide('approved')
    const sides = sidesOf(app, talent, posting, offered.params.processId)
    expect((await sides.file()).offer).toMatchObject({ answerBy: '2026-03-25' })
    expect((await sides.talent({ step: 'accept' })).stage).toBe('accepted')
  })
})

test('the owner of the posting is told of a refusal with its reason, and of an approval', async () => {
  await decide('refused')
  await isTold(posting.employer.owner.phone, /没有通过审核，已停止展示：虚假招聘/)
  await submitAgain()
  await decide('approved')
  await isTold(posting.employer.owner.phone, /已通过审核/)
})

test('an invitation to a refused posting can only be declined', async () => {
  const open = await givenTalent(app, { visibility: 'open' })
  const params = { organisationId: posting.employer.id }
  const body = { jobId: posting.job.id, talentId: open.talentId, note: '' }
  const { id } = await app.as(hiringRoutes, posting.employer.owner).invite({ params, body })
  await decide('refused')
  const sides = sidesOf(app, open, posting, id)
  expect((await sides.file()).may).toEqual(['decline'])
  await refused('hiring.jobHeld', sides.talent({ step: 'agree', shareContact: true }))
})
