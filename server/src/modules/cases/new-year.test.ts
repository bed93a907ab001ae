import { cpSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { casesRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import {
  givenCase,
  givenFirm,
  givenOffice,
  type Office,
  strikeClock,
  throughOffice,
  waitUntil,
} from '../../../testing/office/cases.ts'
import { CITIES } from '../../city/index.ts'

const FOLDER = mkdtempSync(join(tmpdir(), 'renshu-cities-'))
cpSync(CITIES, FOLDER, { recursive: true })
const settings = { CITIES_DIR: FOLDER }
/** As it might be announced. */
const NEXT_YEAR = {
  year: 2027,
  source: { title: '某通知' },
  daysOff: [{ name: { zh: '元旦', en: 'New Year' }, from: '2027-01-01', until: '2027-01-03' }],
  worked: [],
}

let app: TestApp
let office: Office
beforeAll(async () => {
  app = await startApp(settings)
  office = await givenOffice(app, '370202')
})
afterAll(async () => {
  await app.close()
  rmSync(FOLDER, { recursive: true, force: true })
})

/** A refund before everybody's eyes, from a day on. */
async function noticeFrom(instant: string): Promise<void> {
  await waitUntil(app, instant, Object.values(office))
  const { id } = await givenCase(app, await givenFirm(app), 'job-retention-refund')
  await throughOffice(app, office, id, [
    ['counter', 'accept'],
    ['reviewer', 'pass'],
    ['approver', 'approve'],
  ])
}

/** The last days of notices by their first, as everybody and as officers see them. */
async function seen(on: TestApp) {
  const query = { open: 'false' } as const
  const { items } = await on.as(casesRoutes).notices({ query })
  const { items: officers } = await on.as(casesRoutes, office.reviewer).officerNotices({ query })
  expect(officers).toEqual(items)
  return items.map(({ from, until, open }) => [from, until, open])
}

test('a notice that reaches a year not announced has no last day; once the year is added it has one by itself', async () => {
  await noticeFrom('2026-12-28T01:00:00Z')
  await noticeFrom('2026-12-31T01:00:00Z')
  await waitUntil(app, '2027-01-06T01:00:00Z', Object.values(office))
  await strikeClock(app)
  expect(await seen(app)).toEqual([
    ['2026-12-31', null, true],
    ['2026-12-28', null, true],
  ])
  writeFileSync(join(FOLDER, '100000-china/calendar/2027.json'), JSON.stringify(NEXT_YEAR))
  const again = await startApp(settings, undefined, { pool: app.pool, clock: app.clock })
  await strikeClock(again)
  // Five working days each; of the first they are over, and it ends with its day.
  expect(await seen(again)).toEqual([
    ['2026-12-31', '2027-01-08', true],
    ['2026-12-28', '2027-01-05', false],
  ])
  await again.services.mirrors.stop()
  await again.services.jobs.stop()
})
