import { type CaseChoice, type CaseFile, casesRoutes, ProblemError } from '@renshu/contracts'
import { canonical, verifyChain } from '@renshu/cases'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import {
  type Applicant,
  bodyOf,
  desk,
  exampleFor,
  givenCase,
  givenOffice,
  type Office,
  ownerOf,
  stated,
  strikeClock,
  waitUntil,
  KEPT_ITS_PEOPLE,
} from '../../../testing/office/cases.ts'
import { given, type SomebodyGiven } from '../../../testing/given.ts'
import { creditCode, givenLicence, givenVerified } from '../../../testing/registry.ts'
import { systemDesk } from './ports.ts'
import { toldColumns } from './running/keep.ts'
import { storyOf } from './running/story.ts'
import { sha256 } from './settings.ts'
import { type CaseRow, tables } from './tables.ts'

const CITY = '370200'
const COMMANDS = 240
const SERVICES = {
  person: ['supplementary-injury', 'business-registration', 'agency-complaint', 'objection-review'],
  organisation: ['job-retention-refund', 'licence-renewal', 'annual-report', 'agency-complaint'],
} as const

let app: TestApp
let office: Office
let applicants: Applicant[]
beforeAll(async () => {
  app = await startApp()
  office = await givenOffice(app, '370202')
  const firm = await givenVerified(app, { kind: 'agency', businessTypes: ['recruiting'] })
  await givenLicence(app, firm)
  await stated(app, { kind: 'organisation', id: firm.id }, KEPT_ITS_PEOPLE)
  applicants = [await given.person(app), await given.person(app), ownerOf(firm)]
})
afterAll(() => app.close())

/** The same numbers every time (mulberry32). */
function randomFrom(seed: number) {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let t = Math.imul(state ^ (state >>> 15), 1 | state)
    t = (t + Math.imul(t ^ (t >>> 7), 61 | t)) ^ t
    return ((t ^ (t >>> 14)) >>> 0) / 4_294_967_296
  }
}
const random = randomFrom(20_260_302)
const pick = <T>(items: readonly T[]): T => items[Math.floor(random() * items.length)]!

let codes = 700_000
/** What a step asks, answered by examples. */
function command(file: CaseFile, { step, needs }: CaseChoice) {
  const answer = (key: string) =>
    key === 'licenceCode' ? creditCode(++codes) : exampleFor({ type: 'text', options: null })
  const given = Object.fromEntries(needs.fields.map((key) => [key, answer(key)]))
  return bodyOf(file, step, Object.keys(given).length > 0 && step !== 'resubmit' ? { given } : {})
}

/** Sends something; that it is refused is as good as that it is obeyed, that it breaks is not. */
async function send(work: () => Promise<unknown>): Promise<boolean> {
  try {
    await work()
    return true
  } catch (error) {
    if (!(error instanceof ProblemError)) throw error
    expect(error.problem.code, error.problem.detail).not.toBe('platform.unexpected')
    return false
  }
}

async function rows(): Promise<CaseRow[]> {
  return app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    tables(tx).selectFrom('cases.case').selectAll().where('city', '=', CITY).orderBy('id').execute(),
  )
}

/** Who may take a step of the stage, mostly; sometimes anybody. */
function actorFor(file: CaseFile, applicant: Applicant): SomebodyGiven {
  const roles = file.drawing.lines.flatMap(({ from, role }) =>
    from === file.stage.id && role !== 'clock' ? [role] : [],
  )
  const role = roles.length > 0 && random() > 0.1 ? pick(roles) : pick(['counter', 'reviewer', 'approver'] as const)
  return role === 'applicant' ? applicant : office[role as 'counter']
}

/** One command on one case, as the case offers it; sometimes twice at once, sometimes of yesterday. */
async function act(id: string, applicant: Applicant): Promise<boolean> {
  const own = await desk(app, applicant).file(id)
  const actor = actorFor(own, applicant)
  const isOwn = actor === applicant
  const bureau = app.as(casesRoutes, actor)
  const file = isOwn ? own : await bureau.officerCase({ params: { caseId: id } })
  const open = file.choices.filter(({ word, refuses }) => (word !== 'withdraw' && !refuses) || random() < 0.25)
  if (open.length === 0) return false
  const body = command(file, pick(open))
  if (random() < 0.05) body.expected = Math.max(1, body.expected - 1)
  const once = () =>
    send(() => (isOwn ? desk(app, applicant).step(id, body) : bureau.officerStep({ params: { caseId: id }, body })))
  if (random() > 0.1) return once()
  return (await Promise.all([once(), once()])).some(Boolean)
}

test('after some hundred commands each case is what its events tell, its chain is whole, and nothing was reached twice', async () => {
  const owners = new Map<string, Applicant>()
  let day = 0
  for (let sent = 0; sent < COMMANDS; sent++) {
    if (owners.size < 6 || random() < 0.06) {
      const applicant = pick(applicants)
      const service = pick(applicant.organisationId ? SERVICES.organisation : SERVICES.person)
      await send(async () => {
        const { id } = await givenCase(app, applicant, service, {
          answers: { injuredOn: '2026-02-01', medicalCost: '22189.16', account: `账户${sent}`, year: 2025 },
        })
        owners.set(id, applicant)
      })
    } else if (random() < 0.08) {
      day += 1 + Math.floor(random() * 9)
      const instant = new Date(Date.parse('2026-03-02T01:00:00Z') + day * 86_400_000).toISOString()
      await waitUntil(app, instant, [...Object.values(office), ...applicants])
      await strikeClock(app)
    } else {
      const [id, applicant] = pick([...owners])
      await act(id, applicant)
    }
  }
  const all = await rows()
  expect(all.reduce((events, { n }) => events + n, 0)).toBeGreaterThan(50)
  expect(all.length).toBeGreaterThan(5)
  expect(all.filter(({ ended }) => ended !== null).length).toBeGreaterThan(2)
  let reached = 0
  await app.services.database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const reading = systemDesk(app.services, tx, CITY)
    for (const row of all) {
      const { prepared, events, state } = await storyOf(reading, row)
      expect(verifyChain(prepared, events, sha256), row.code).toEqual({ isWhole: true, head: row.head })
      const told = toldColumns(prepared, state!)
      const listed = Object.fromEntries(Object.keys(told).map((key) => [key, row[key as keyof typeof told]]))
      expect(canonical(listed), row.code).toBe(canonical(told))
      const keys = events.flatMap(({ body }) => (body?.outcomes ?? []).map(({ key }) => key))
      const kept = await tables(tx).selectFrom('cases.outcome').select('key').where('caseId', '=', row.id).execute()
      expect(kept.map(({ key }) => key).toSorted(), row.code).toEqual(keys.toSorted())
      expect(new Set(keys).size, row.code).toBe(keys.length)
      reached += keys.length
    }
  })
  expect(reached).toBeGreaterThan(1)
})
