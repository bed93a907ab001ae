import { jobsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given } from '../../../testing/given.ts'
import {
  givenApplication,
  givenPosting,
  givenTalent,
  type PostingGiven,
  sidesOf,
  type TalentGiven,
} from '../../../testing/hiring.ts'
import { givenVerified } from '../../../testing/registry.ts'
import { jobEdited } from './listeners/job-edited.ts'
import { systemDesk } from './desk.ts'

/** A posting that says something else than what somebody applied to. */

const CITY = '370200'
const PAY = { min: 600_000, max: 700_000 }
const LESS = { min: 350_000, max: 400_000 }
let app: TestApp
let posting: PostingGiven
let talent: TalentGiven
beforeAll(async () => (app = await startApp()))
beforeEach(async () => {
  app.clock.set('2026-03-02T01:00:00Z')
  posting = await givenPosting(app, { salary: PAY, shifts: ['day'] })
  talent = await givenTalent(app)
})
afterAll(() => app.close())

const query = (statement: string, values: unknown[]) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)
/** How often somebody was told that the terms have changed. */
async function told({ phone }: { phone: string }): Promise<number> {
  const rows = await query(
    `select 1 from queue.job where name = 'platform.message' and data ->> 'kind' = 'hiring.jobChanged'
       and data ->> 'about' = $1`,
    [app.services.secrets.blind('phone', phone)],
  )
  return rows.length
}
const desk = () => app.as(jobsRoutes, posting.employer.owner)
async function edit(content: Partial<Parameters<ReturnType<typeof desk>['edit']>[0]['body']>) {
  const params = { organisationId: posting.employer.id, jobId: posting.job.id }
  const { version } = await desk().ownJob({ params })
  const record = await desk().edit({ params, body: { ...content, version } })
  await app.settle()
  return record
}
const applied = async () => sidesOf(app, talent, posting, (await givenApplication(app, talent, posting)).id)

test('other pay and shifts are told whoever is in a process, once for each edit; the process shows what he applied to', async () => {
  const sides = await applied()
  expect((await sides.file()).appliedTo).toMatchObject({ salary: PAY, shifts: ['day'], changed: [] })
  await edit({ salary: LESS, shifts: ['threeShift'] })
  expect(await told(talent)).toBe(1)
  const file = await sides.file()
  expect(file.job.changed).toBe(true)
  expect(file.appliedTo).toMatchObject({ title: posting.job.title, salary: PAY, shifts: ['day'] })
  expect(file.appliedTo!.changed).toEqual(['salary', 'shifts'])
  expect((await sides.deskFile()).appliedTo).toEqual(file.appliedTo)
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    jobEdited(systemDesk(app.services, tx, CITY), { jobId: posting.job.id }),
  )
  expect(await told(talent)).toBe(1)
  await edit({ salary: PAY, shifts: ['day'] })
  expect(await told(talent)).toBe(2)
  expect((await sides.file()).appliedTo!.changed).toEqual([])
})

describe('nobody is told', () => {
  test('of other words, more openings or a later last day', async () => {
    const sides = await applied()
    await edit({ description: `${posting.job.description}提供工作服。`, validUntil: '2026-05-30' })
    const places = posting.job.places.map(({ place, address }) => ({ place, address, openings: 9 }))
    await edit({ places })
    expect(await told(talent)).toBe(0)
    expect((await sides.file()).appliedTo!.changed).toEqual([])
  })
  test('whose process is over', async () => {
    const sides = await applied()
    await sides.talent({ step: 'withdraw', reason: 'pay' })
    await edit({ salary: LESS })
    expect(await told(talent)).toBe(0)
  })
  test('of a content that waits for an officer, before he has approved it', async () => {
    const sides = await applied()
    const { status, contentHash, version } = await edit({ salary: LESS, description: '40岁以下优先，服从排班。' })
    expect(status).toBe('waiting')
    expect(await told(talent)).toBe(0)
    expect((await sides.file()).appliedTo!.changed).toEqual([])
    const officer = app.as(jobsRoutes, await given.officer(app))
    const body = { version, contentHash, decision: 'approved' as const, reason: '' }
    await officer.moderate({ params: { jobId: posting.job.id }, body })
    await app.settle()
    expect(await told(talent)).toBe(1)
    expect((await sides.file()).appliedTo!.changed).toEqual(['salary'])
  })
})

test('an import that changes the terms is told like an edit', async () => {
  const employer = await givenVerified(app)
  const own = app.as(jobsRoutes, employer.owner)
  const params = { organisationId: employer.id }
  const importing = async (pay: string) => {
    const bytes = new TextEncoder().encode(
      `编号,职位名称,工作地点,薪资,招聘人数,职位描述\nt-1,样例投料工,青岛市黄岛区,${pay},2,按规程投料。\n`,
    )
    const { id: importId } = await own.importJobs({ params, query: { name: '岗位.csv' }, bytes })
    const done = async () => (await own.jobImport({ params: { ...params, importId } })).done
    await expect.poll(done, { timeout: 60_000, interval: 100 }).toBe(true)
    await app.settle()
    return (await own.ownJobs({ params })).items[0]!
  }
  const job = await importing('6000-7000')
  await givenApplication(app, talent, { employer, job })
  await importing('3500-4000')
  expect(await told(talent)).toBe(1)
})
