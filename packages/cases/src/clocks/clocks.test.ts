import { expect, test } from 'vitest'
import { CLOCK } from '../running/scene.ts'
import { choicesOf, chooseOfficer, dueSteps, taskOf } from '../running/project.ts'
import { Drive } from '../testing/drive.ts'
import { calendar, command, officer } from '../testing/subsidy.ts'
import { currentClock, readClock } from './clocks.ts'
import { roundsOf } from './rounds.ts'

const reading = (drive: Drive, today: string) => {
  const { used, due, isOverdue, isRunning } = currentClock(drive.prepared, drive.now, today, calendar)!
  return { used, due, isOverdue, isRunning }
}

test('a clock counts working days over a holiday', () => {
  const drive = new Drive().set({ today: '2026-09-29' })
  drive.submit()
  expect(reading(drive, '2026-09-30')).toEqual({ used: 1, due: '2026-10-13', isOverdue: false, isRunning: true })
  expect(reading(drive, '2026-10-07').used).toBe(1)
  expect(reading(drive, '2026-10-13').isOverdue).toBe(false)
  expect(reading(drive, '2026-10-14').isOverdue).toBe(true)
})

test('a clock that reaches a year not announced has no last day', () => {
  const drive = new Drive().set({ today: '2026-12-29' })
  drive.submit()
  expect(reading(drive, '2026-12-31')).toEqual({ used: 2, due: undefined, isOverdue: false, isRunning: true })
  expect(reading(drive, '2027-02-01')).toEqual({ used: undefined, due: undefined, isOverdue: false, isRunning: true })
})

test('while the applicant corrects, the clock of the office stands still, and then goes on where it was', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  drive.set({ today: '2026-09-24' })
  drive.take('ask', 'ben')
  const standing = () => readClock(drive.prepared, drive.now, 'deciding', '2026-12-01', calendar)
  expect(standing()).toMatchObject({ used: 3, isRunning: false, due: undefined, isOverdue: false })
  drive.set({ today: '2026-10-08' })
  expect(drive.try(command('resubmit', drive.now.n))).toBe('done')
  drive.take('accept', 'anna')
  // Seven of ten days are left, and 8 October does not count.
  expect(reading(drive, '2026-10-08')).toEqual({ used: 3, due: '2026-10-19', isOverdue: false, isRunning: true })
})

test('a time to correct begins anew each time', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('correct', 'anna')
  drive.set({ today: '2026-10-01' })
  drive.try(command('resubmit', drive.now.n))
  drive.take('correct', 'anna')
  expect(reading(drive, '2026-10-01')).toEqual({ used: 0, due: '2026-10-16', isOverdue: false, isRunning: true })
})

test('what takes itself does so when its time is over, not before, and for nobody else', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('correct', 'anna')
  expect(dueSteps(drive.prepared, drive.now, drive.scene)).toEqual([])
  expect(drive.try(command('abandon', drive.now.n), { actor: CLOCK })).toBe('notDue')
  drive.set({ today: '2026-10-07' })
  expect(dueSteps(drive.prepared, drive.now, drive.scene)).toEqual(['abandon'])
  expect(drive.take('abandon', 'anna', {}, { actor: officer('anna', 'counter') })).toBe('notYourRole')
  expect(drive.try(command('abandon', drive.now.n), { actor: CLOCK })).toBe('done')
  expect(drive.now.stage).toBe('withdrawn')
})

test('past its last day a task is the next role’s too, and nothing is approved by that', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  const approver = { actor: officer('carl', 'approver') }
  expect(taskOf(drive.prepared, drive.now, drive.scene)).toMatchObject({
    roles: ['reviewer'],
    place: '370203',
    barred: [],
  })
  expect(drive.take('pass', 'carl', {}, approver)).toBe('notYourRole')
  drive.set({ today: '2026-10-15' })
  expect(taskOf(drive.prepared, drive.now, drive.scene)).toMatchObject({ escalatedTo: 'approver' })
  expect(drive.take('pass', 'carl', {}, approver)).toBe('done')
  expect(drive.take('approve', 'carl')).toBe('samePerson')
  expect(taskOf(drive.prepared, drive.now, drive.scene)!.barred).toEqual([])
})

test('a task goes to role and district, then to who has the fewest open ones', () => {
  const task = { stage: 'reviewing', roles: ['reviewer'] as const, place: '370203', barred: ['eva'] }
  const one = (person: string, open: number, district = '370203') => ({
    person,
    roles: ['reviewer'] as const,
    district,
    open,
  })
  const candidates = [one('dora', 3), one('ben', 2), one('anna', 2), one('far', 0, '370202'), one('eva', 0)]
  expect(chooseOfficer(task, candidates)).toBe('anna')
  expect(chooseOfficer(task, [one('far', 0, '370202')])).toBeUndefined()
})

test('everybody sees the buttons that are his, with what each needs', () => {
  const drive = new Drive()
  drive.submit()
  expect(choicesOf(drive.prepared, drive.now, drive.scene).map(({ step }) => step)).toEqual(['withdraw'])
  const counter = { ...drive.scene, actor: officer('anna', 'counter') }
  expect(choicesOf(drive.prepared, drive.now, counter)).toMatchObject([
    { step: 'accept', needs: {} },
    { step: 'correct', needs: { words: true } },
    { step: 'decline', needs: { reasons: ['notEntitled'] } },
  ])
  drive.take('accept', 'anna')
  drive.take('pass', 'ben')
  const both = { ...drive.scene, actor: officer('ben', 'approver') }
  expect(choicesOf(drive.prepared, drive.now, both)).toMatchObject([
    { step: 'approve', blocked: { code: 'samePerson' }, needs: { decision: true } },
    { step: 'sendBack' },
  ])
})

test('rounds that recur are done, open or missed', () => {
  const done = new Set(['2025-12'])
  expect(roundsOf('month', '2025-12-10', '2026-02-28', done)).toEqual([
    { key: '2025-12', from: '2025-12-01', until: '2025-12-31', standing: 'done' },
    { key: '2026-01', from: '2026-01-01', until: '2026-01-31', standing: 'missed' },
    { key: '2026-02', from: '2026-02-01', until: '2026-02-28', standing: 'open' },
  ])
  expect(roundsOf('year', '2025-05-01', '2026-01-01', new Set()).map(({ standing }) => standing)).toEqual([
    'missed',
    'open',
  ])
})
