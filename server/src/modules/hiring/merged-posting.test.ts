import { accountsRoutes, jobsRoutes, type JobRecord } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
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

let app: TestApp
let officer: SomebodyGiven
let posting: PostingGiven
let again: PostingGiven
let talent: TalentGiven

/** The same posting once more, which an officer let through. */
async function repeated({ job, employer }: PostingGiven, of = employer): Promise<PostingGiven> {
  const { title, description } = job
  const { id, version, contentHash } = await givenJob(app, of, { title, description })
  const body = { version, contentHash, decision: 'approved' as const }
  return { employer: of, job: await app.as(jobsRoutes, officer).moderate({ params: { jobId: id }, body }) }
}

async function merge({ job }: PostingGiven, into: JobRecord): Promise<void> {
  const jobs = app.as(jobsRoutes, officer)
  const { version } = await jobs.queued({ params: { jobId: job.id } })
  await jobs.merge({ params: { jobId: job.id }, body: { version, into: into.id } })
  await app.settle()
}

async function isTold(to: string, words: string): Promise<void> {
  const said = async () => {
    const { items } = await app.as(accountsRoutes).listShownMessages()
    return items.flatMap((message) => (message.to === to ? [message.text] : [])).join('\n')
  }
  await expect.poll(said, { timeout: 30_000 }).toContain(words)
}

const openingsTaken = async (jobId: string) => {
  const rows = await app.services.database.asOwner(
    async (connection) => (await connection.query('select taken from jobs.job where id = $1', [jobId])).rows,
  )
  return (rows[0] as { taken: number }).taken
}

beforeAll(async () => {
  app = await startApp()
  officer = await given.officer(app)
})
beforeEach(async () => {
  posting = await givenPosting(app)
  again = await repeated(posting)
  talent = await givenTalent(app)
})
afterAll(() => app.close())

test('an application to a posting that was merged goes on at the posting of the same employer that stays', async () => {
  const sides = sidesOf(app, talent, again, (await givenApplication(app, talent, again)).id)
  await merge(again, posting.job)
  const file = await sides.file()
  expect(file).toMatchObject({
    stage: 'applied',
    job: { id: posting.job.id, listed: true, mergedInto: null },
    talent: { contact: true },
  })
  expect(file.events.at(-1)).toMatchObject({ step: 'move', by: 'system', reason: 'jobMerged' })
  expect((await sides.employer(OFFER)).stage).toBe('offered')
  expect((await sides.talent({ step: 'accept' })).stage).toBe('accepted')
  expect([await openingsTaken(posting.job.id), await openingsTaken(again.job.id)]).toEqual([1, 0])
  await isTold(talent.phone, '应聘在“')
})

test('who has accepted keeps an opening, and a time that was booked stays booked', async () => {
  await givenAccepted(app, talent, again)
  const other = await givenTalent(app)
  const asked = sidesOf(app, other, again, (await givenApplication(app, other, again)).id)
  await asked.employer({
    step: 'propose',
    slots: [{ startsAt: '2026-03-04T01:00:00.000Z', minutes: 30, place: '样例路1号' }],
  })
  const slotId = (await asked.file()).slots[0]!.id
  await asked.talent({ step: 'book', slotId })
  await merge(again, posting.job)
  expect([await openingsTaken(posting.job.id), await openingsTaken(again.job.id)]).toEqual([1, 0])
  expect(await asked.file()).toMatchObject({ stage: 'interview', job: { id: posting.job.id }, slots: [{ mine: true }] })
})

test('an offer stays with its posting where the other one has no opening left', async () => {
  const full = await givenPosting(app, { places: [{ place: '370211', address: '', openings: 1 }] })
  const same = await repeated(full)
  await givenAccepted(app, await givenTalent(app), full)
  const sides = sidesOf(app, talent, same, (await givenApplication(app, talent, same)).id)
  await sides.employer(OFFER)
  await merge(same, full.job)
  expect(await sides.file()).toMatchObject({ stage: 'offered', job: { id: same.job.id, mergedInto: full.job.id } })
  expect((await sides.talent({ step: 'accept' })).stage).toBe('accepted')
})

test('of two applications of one person the one at the posting that stays goes on, and the other says where', async () => {
  const kept = await givenApplication(app, talent, posting)
  const sides = sidesOf(app, talent, again, (await givenApplication(app, talent, again)).id)
  await merge(again, posting.job)
  expect(await sides.file()).toMatchObject({ stage: 'closed', job: { mergedInto: posting.job.id } })
  expect((await sidesOf(app, talent, posting, kept.id).file()).stage).toBe('applied')
})

test('nobody is moved to another employer: the application ends with a link to the posting that stays', async () => {
  const { employer } = await givenPosting(app)
  const theirs = await repeated(posting, employer)
  const sides = sidesOf(app, talent, theirs, (await givenApplication(app, talent, theirs)).id)
  await merge(theirs, posting.job)
  const file = await sides.file()
  expect(file).toMatchObject({ stage: 'closed', job: { id: theirs.job.id, mergedInto: posting.job.id } })
  expect(file.events.at(-1)).toMatchObject({ step: 'close', reason: 'jobMerged' })
  await isTold(talent.phone, `/jobs/${posting.job.id}`)
})

test('moved to a posting that was refused, an application rests there', async () => {
  const sides = sidesOf(app, talent, again, (await givenApplication(app, talent, again)).id)
  const { version, contentHash } = await app.as(jobsRoutes, officer).queued({ params: { jobId: posting.job.id } })
  const body = { version, contentHash, decision: 'refused' as const, reason: '核实中' }
  await app.as(jobsRoutes, officer).moderate({ params: { jobId: posting.job.id }, body })
  await merge(again, posting.job)
  expect((await sides.file()).job).toMatchObject({ id: posting.job.id, held: true })
})
