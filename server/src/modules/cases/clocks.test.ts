import { accountsRoutes, casesRoutes, type CaseFile } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { refused } from '../../../testing/codes.ts'
import {
  type Applicant,
  bodyOf,
  desk,
  givenCase,
  givenOffice,
  type Office,
  officerStep,
  strikeClock,
  throughOffice,
  waitUntil,
  givenInsured,
} from '../../../testing/office/cases.ts'
import { given } from '../../../testing/given.ts'

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
})
afterAll(() => app.close())

const CLAIM = { answers: { medicalCost: '22189.16', injuredOn: '2026-02-01' } }
const everybody = (...others: Applicant[]) => [...Object.values(office), ...others]

async function givenClaim(): Promise<{ person: Applicant; file: CaseFile }> {
  const person = await givenInsured(app)
  return { person, file: await givenCase(app, person, 'supplementary-injury', CLAIM) }
}
const clockOf = (file: CaseFile, id: string) => file.clocks.find((clock) => clock.id === id)

test('a clock counts working days: a holiday and a worked weekend move the last day', async () => {
  // Wednesday, 29 April: 1 to 5 May are off, and Saturday, 9 May is worked.
  await waitUntil(app, '2026-04-29T01:00:00Z', everybody())
  const { file } = await givenClaim()
  expect(file.dueOn).toBe('2026-05-09')
  expect(clockOf(file, 'accepting')).toMatchObject({ used: 0, running: true, dueOn: '2026-05-09' })
})

test('a clock stands still while the applicant corrects, and goes on where it stopped', async () => {
  await waitUntil(app, '2026-05-11T01:00:00Z', everybody())
  const { person, file } = await givenClaim()
  await officerStep(app, office.counter, file.id, 'accept')
  await waitUntil(app, '2026-05-18T01:00:00Z', everybody(person))
  const asked = await officerStep(app, office.reviewer, file.id, 'ask')
  expect(clockOf(asked, 'deciding')).toMatchObject({ used: 5, running: false, dueOn: null })
  await waitUntil(app, '2026-05-25T01:00:00Z', everybody(person))
  const at = desk(app, person)
  await at.step(file.id, bodyOf(await at.file(file.id), 'resubmit'))
  const again = await officerStep(app, office.counter, file.id, 'accept')
  expect(clockOf(again, 'deciding')).toMatchObject({
    used: 5,
    running: true,
    spans: [
      { from: '2026-05-11', to: '2026-05-18' },
      { from: '2026-05-25', to: null },
    ],
  })
})

test('what nobody corrects lapses by itself, once, and the applicant is told', async () => {
  const { person, file } = await givenClaim()
  await officerStep(app, office.counter, file.id, 'correct')
  await waitUntil(app, '2026-06-09T17:00:00Z', everybody(person))
  await strikeClock(app)
  const at = desk(app, person)
  expect(await at.file(file.id)).toMatchObject({ stage: { id: 'withdrawn', end: 'withdrawn' } })
  await strikeClock(app)
  expect((await at.file(file.id)).events.map(({ step }) => step)).toEqual(['submit', 'correct', 'lapse'])
  await refused('cases.ended', at.step(file.id, bodyOf(await at.file(file.id), 'resubmit', { expected: 3 })))
  await expect
    .poll(
      async () => {
        const { items } = await app.as(accountsRoutes).listShownMessages()
        return items.filter(({ to, text }) => to === person.phone && text.includes('逾期未补正')).length
      },
      { timeout: 15_000 },
    )
    .toBe(1)
})

test('past its last day a task goes to the next role as well, and is listed as overdue', async () => {
  const { person, file } = await givenClaim()
  const params = { caseId: file.id }
  const reviewer = () => app.as(casesRoutes, office.reviewer)
  await refused('cases.notYourRole', officerStep(app, office.reviewer, file.id, 'accept'))
  await waitUntil(app, '2026-06-24T01:00:00Z', everybody(person))
  await strikeClock(app)
  expect(await reviewer().officerCase({ params })).toMatchObject({ overdue: true, assigned: { mine: true } })
  const { items } = await reviewer().tasks({ query: { due: 'overdue', whose: 'mine' } })
  expect(items.find(({ id }) => id === file.id)).toMatchObject({ escalatedTo: 'reviewer', overdue: true })
  expect((await reviewer().taskCounts()).overdue).toBeGreaterThan(0)
  expect((await officerStep(app, office.reviewer, file.id, 'accept')).stage.id).toBe('reviewing')
})

test('silence approves nothing: a claim nobody decides stays where it is', async () => {
  const { person, file } = await givenClaim()
  await officerStep(app, office.counter, file.id, 'accept')
  await waitUntil(app, '2026-10-24T01:00:00Z', everybody(person))
  await strikeClock(app)
  expect(await desk(app, person).file(file.id)).toMatchObject({ stage: { id: 'reviewing' }, overdue: true })
})

test('in a year that is not announced there is no last day, and nothing is overdue', async () => {
  await waitUntil(app, '2026-12-30T01:00:00Z', everybody())
  const { person, file } = await givenClaim()
  expect(file).toMatchObject({ dueOn: null, overdue: false })
  await waitUntil(app, '2027-03-01T01:00:00Z', everybody(person))
  await strikeClock(app)
  expect(await desk(app, person).file(file.id)).toMatchObject({ stage: { id: 'submitted' }, overdue: false })
})

test('a form nobody saves is dropped after ninety days, a week after this was said', async () => {
  await waitUntil(app, '2027-03-02T01:00:00Z', everybody())
  const person = await given.person(app)
  const at = () => desk(app, person)
  const draft = await at().begin('supplementary-injury')
  await waitUntil(app, '2027-05-25T01:00:00Z', everybody(person))
  await strikeClock(app)
  await expect
    .poll(
      async () => {
        const { items } = await app.as(accountsRoutes).listShownMessages()
        return items.filter(({ to, text }) => to === person.phone && text.includes('七天后将删除')).length
      },
      { timeout: 15_000 },
    )
    .toBe(1)
  expect((await at().client.myDrafts()).items).toMatchObject([{ id: draft.id }])
  await waitUntil(app, '2027-06-02T01:00:00Z', everybody(person))
  await strikeClock(app)
  await refused('cases.noDraft', at().client.myDraft({ params: { draftId: draft.id } }))
})

test('whose words were erased leaves a whole chain, an amount, and nothing of what was said', async () => {
  const { person, file } = await givenClaim()
  await throughOffice(app, office, file.id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
  ])
  const { casesHolder } = await import('./index.ts')
  await app.services.database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
    const context = { ...app.services, ...app.clock, tx, city: '370200', asSystem: (work: () => unknown) => work() }
    const erasing = context as unknown as Parameters<typeof casesHolder.erase>[0]
    const held = await casesHolder.export(erasing, person.personId)
    expect(held['cases.event']).toHaveLength(3)
    expect(JSON.stringify(held)).toContain('22189.16')
    await casesHolder.erase(erasing, person.personId)
    expect(JSON.stringify(await casesHolder.export(erasing, person.personId))).not.toContain('22189.16')
  })
  const params = { caseId: file.id }
  const reviewer = app.as(casesRoutes, office.reviewer)
  expect(await reviewer.chain({ params })).toMatchObject({ whole: true, told: true, events: 3 })
  expect(await reviewer.officerCase({ params })).toMatchObject({
    choices: [],
    facts: [],
    amount: { fen: 1_877_579 },
    events: [{ erased: true }, { erased: true }, { erased: true }],
  })
  await refused('cases.ended', officerStep(app, office.approver, file.id, 'approve', { seen: 'a'.repeat(64) }))
})
