import { expect, test } from 'vitest'
import { verifyChain } from '../chain/chain.ts'
import { Drive } from '../testing/drive.ts'
import { command, hash, officer, prepare, scene, submission, SUBSIDY } from '../testing/subsidy.ts'
import { act } from './act.ts'
import { fold } from './fold.ts'
import { CLOCK } from './scene.ts'

const RECORDS = scene().records
const AFTER_NOTICE = { today: '2026-09-29', actor: CLOCK }
const at = (record: string, value: string | number | null) => ({
  records: { ...RECORDS, [record]: { value, on: '2026-09-22' } },
})

test('a case runs from the form to the payment, and its events tell the same state again', () => {
  const drive = new Drive().toNotice()
  expect(drive.now.stage).toBe('published')
  expect(drive.try(command('settle', drive.now.n), AFTER_NOTICE)).toBe('done')
  expect(drive.take('pay', 'dora')).toBe('done')
  expect(drive.now.outcomes).toEqual([{ kind: 'pay', key: 'case-1/payment', with: { account: '6222' }, fen: 60000 }])
  expect(fold(drive.prepared, drive.events)).toEqual(drive.state)
  expect(verifyChain(drive.prepared, drive.events, hash)).toEqual({ isWhole: true, head: drive.now.head })
})

test('of two reviewers at once the second is told that the case has moved on', () => {
  const drive = new Drive()
  drive.submit()
  const seen = drive.now.n
  expect(drive.take('accept', 'anna')).toBe('done')
  expect(drive.take('correct', 'ben', { expected: seen })).toBe('movedOn')
})

test('the same command sent twice is obeyed once', () => {
  const drive = new Drive()
  const sent = submission()
  expect([drive.try(sent), drive.try(sent), drive.events.length]).toEqual(['done', 'repeated', 1])
  const accepting = command('accept', 1)
  expect(drive.take('accept', 'anna', accepting)).toBe('done')
  expect(drive.take('accept', 'anna', accepting)).toBe('repeated')
})

test('who is not the applicant needs a mandate that stands on the day of the step', () => {
  const stranger = { actor: { person: 'helper', roles: [], organisations: [] } }
  const mandate = (to: string) => [
    { id: 'm1', agent: { person: 'helper' }, principal: { organisation: 'firm' }, from: '2026-09-01', to },
  ]
  const drive = new Drive().set(stranger)
  expect(drive.submit()).toBe('notApplicant')
  expect(drive.set({ mandates: mandate('2026-09-20') }).submit()).toBe('noMandate')
  expect(drive.set({ mandates: mandate('2026-09-21') }).submit()).toBe('done')
  expect(drive.events[0]!.body.mandate).toBe('m1')
  expect(drive.try(command('withdraw', 1), { today: '2026-09-22' })).toBe('noMandate')
})

test('a helper’s way of being served needs the helper', () => {
  const opening = { applicant: { organisation: 'firm' }, mode: 'assisted' } as const
  expect(new Drive().submit({ opening })).toBe('noMandate')
  expect(new Drive().submit({ opening: { ...opening, mode: 'atHome' } })).toBe('unknownMode')
})

test('nobody acts on his own case, his firm’s, or one he helped with', () => {
  const drive = new Drive()
  drive.submit()
  const member = { ...officer('anna', 'counter'), organisations: ['firm'] }
  expect(drive.take('accept', 'anna', {}, { actor: member })).toBe('ownCase')
  const mandates = [{ id: 'm2', agent: { person: 'anna' }, principal: { organisation: 'firm' }, from: '2020-01-01' }]
  expect(drive.take('accept', 'anna', {}, { mandates })).toBe('ownCase')
  expect(drive.take('accept', 'owner')).toBe('ownCase')
  const otherRecord = { ...officer('anna', 'counter'), beside: ['firm'] }
  expect(drive.take('accept', 'anna', {}, { actor: otherRecord })).toBe('ownCase')
  expect(drive.take('accept', 'anna')).toBe('done')
})

test('whom the case is about is kept out like the applicant', () => {
  const drive = new Drive()
  drive.submit({
    opening: { applicant: { organisation: 'firm' }, concerned: [{ organisation: 'agency' }], mode: 'easy' },
  })
  const actor = { ...officer('anna', 'counter'), organisations: ['agency'] }
  expect(drive.take('accept', 'anna', {}, { actor })).toBe('ownCase')
})

test('who reviewed does not approve, however often the case was sent back', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  drive.take('pass', 'ben')
  expect(drive.take('approve', 'ben')).toBe('samePerson')
  const otherRecord = { ...officer('eva', 'approver'), beside: ['ben'] }
  expect(drive.take('approve', 'eva', {}, { actor: otherRecord })).toBe('samePerson')
  expect(drive.take('sendBack', 'carl')).toBe('done')
  expect(drive.now.bound).toBeUndefined()
  expect(drive.take('pass', 'eva')).toBe('done')
  expect(drive.take('approve', 'ben')).toBe('samePerson')
  expect(drive.take('approve', 'carl')).toBe('done')
})

test('an officer acts in his district and role only', () => {
  const drive = new Drive()
  drive.submit()
  expect(drive.take('accept', 'anna', {}, { actor: { ...officer('anna', 'counter'), district: '370202' } })).toBe(
    'wrongDistrict',
  )
  expect(drive.take('accept', 'anna', {}, { actor: officer('anna', 'reviewer') })).toBe('notYourRole')
  expect(drive.take('accept', 'anna', {}, { actor: { ...officer('anna', 'counter'), district: undefined } })).toBe(
    'done',
  )
})

test('any counter may take a case in; it is decided where the route says', () => {
  const opening = { applicant: { organisation: 'firm' }, mode: 'anywhere', acceptance: '370202' } as const
  const drive = new Drive()
  expect(drive.submit({ opening })).toBe('done')
  expect(drive.now.opening.decision).toBe('370203')
  const inOther = (role: 'counter' | 'reviewer') => ({ actor: { ...officer('anna', role), district: '370202' } })
  expect(drive.take('accept', 'anna', {}, inOther('counter'))).toBe('done')
  expect(drive.take('pass', 'anna', {}, inOther('reviewer'))).toBe('wrongDistrict')
  const here = { ...SUBSIDY, modes: ['easy'] as const }
  expect(new Drive(prepare(here)).submit({ opening: { ...opening, mode: 'easy' } })).toBe('notHere')
})

test('a fact that changes during review is taken or kept with a reason, and shown until it is', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  drive.set(at('insurance.months', 9))
  expect(drive.take('pass', 'ben')).toBe('factsDiffer')
  expect(drive.take('pass', 'ben', { resolve: { months: { take: 8 } } })).toBe('factsDiffer')
  expect(drive.take('pass', 'ben', { resolve: { months: { keep: ' ' } } })).toBe('factsDiffer')
  expect(drive.take('pass', 'ben', { resolve: { months: { keep: '记录有误' } } })).toBe('done')
  expect(drive.now.facts['months']).toMatchObject({ value: 12, kept: { against: 9, reason: '记录有误' } })
  expect(drive.take('approve', 'carl')).toBe('done')
})

test('a new value that is taken must be the one the policy decided on', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  drive.set(at('insurance.months', 9))
  const resolve = { months: { take: 9 } }
  expect(drive.take('pass', 'ben', { resolve })).toBe('otherDecision')
  const { decision } = drive.granting()
  const anew = { decision: { ...decision!, facts: { ...decision!.facts, months: 9 } } }
  expect(drive.take('pass', 'ben', { resolve }, anew)).toBe('done')
  expect(drive.now.facts['months']).toMatchObject({ value: 9, source: 'record', on: '2026-09-22' })
})

test('an approval of other facts than those reviewed is refused as stale', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  expect(drive.take('pass', 'ben', { seen: 'other' })).toBe('staleFacts')
  drive.take('pass', 'ben')
  drive.set(at('insurance.months', 9))
  const { decision } = drive.granting()
  const anew = { decision: { ...decision!, facts: { ...decision!.facts, months: 9 } } }
  expect(drive.take('approve', 'carl', { resolve: { months: { take: 9 } } }, anew)).toBe('reviewAgain')
})

test('a policy that changes during review counts as on the day of submission, and another amount is reviewed again', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  drive.take('pass', 'ben')
  drive.set({ today: '2026-09-23' })
  expect(drive.now.opening.effective).toBe('2026-09-21')
  const { decision } = drive.granting()
  expect(drive.take('approve', 'carl', {}, { decision: { ...decision!, effective: '2026-09-23' } })).toBe(
    'otherDecision',
  )
  expect(drive.take('approve', 'carl', {}, { decision: { ...decision!, known: '2026-09-21' } })).toBe('otherDecision')
  expect(drive.take('approve', 'carl', {}, drive.granting('700.00'))).toBe('reviewAgain')
  expect(drive.take('approve', 'carl')).toBe('done')
  expect(drive.now.bound!.amount).toBe('600.00')
})

test('nobody grants what the policy refuses or cannot decide', () => {
  const drive = new Drive()
  drive.submit()
  drive.take('accept', 'anna')
  const { decision } = drive.granting()
  expect(drive.take('pass', 'ben', {}, { decision: { ...decision!, outcome: 'refused' } })).toBe('notEntitled')
  expect(drive.take('pass', 'ben', {}, { decision: { ...decision!, outcome: 'unknown', missing: ['cost'] } })).toBe(
    'undecided',
  )
  expect(drive.try(command('fail', drive.now.n, { seen: 'x' }), { actor: officer('ben', 'reviewer') })).toBe(
    'reasonNeeded',
  )
  expect(drive.take('fail', 'ben')).toBe('done')
})

test('a refusal names its reason and can be appealed, after which nothing judged before counts', () => {
  const drive = new Drive()
  drive.submit()
  expect(drive.take('decline', 'anna', { reason: { id: 'because' } })).toBe('reasonNeeded')
  drive.take('decline', 'anna')
  expect(drive.now.stage).toBe('refused')
  expect(drive.try(command('appeal', drive.now.n))).toBe('wordsNeeded')
  expect(drive.try(command('appeal', drive.now.n, { reason: { words: '不服' } }))).toBe('done')
  expect([drive.now.stage, drive.now.anew]).toEqual(['reviewing', drive.now.n])
})

test('an objection during the notice leads back to review and money waits', () => {
  const drive = new Drive().toNotice()
  expect(drive.take('object', 'anna')).toBe('done')
  expect([drive.now.stage, drive.now.bound]).toEqual(['reviewing', undefined])
  expect(drive.take('pay', 'dora')).toBe('noStep')
})

test('what lies in records is not asked, and an answer that differs from one is refused', () => {
  const given = { account: '6222', cost: '1000' }
  expect(new Drive().submit({ given: { ...given, months: 24 } })).toBe('fieldsWrong')
  expect(new Drive().submit({ given: { ...given, months: 12 } })).toBe('done')
  const drive = new Drive().set(at('insurance.months', null))
  expect(drive.submit({ given: { ...given, months: 24 } })).toBe('done')
  expect(drive.now.facts['months']).toEqual({ value: 24, source: 'applicant', on: '2026-09-21' })
})

test('answers of the wrong kind, missing ones and strangers are named, each with its reason', () => {
  const drive = new Drive()
  const answer = act(drive.prepared, undefined, submission({ given: { cost: -1, colour: '红' } }), drive.scene)
  expect('refusal' in answer && answer.refusal.wrong?.map(({ key }) => key)).toEqual(['colour', 'account', 'cost'])
})

test('a paper is there by file, by promise where one may stand in, or not at all', () => {
  expect(new Drive().submit({ papers: {} })).toBe('papersMissing')
  expect(new Drive().submit({ papers: { list: { promised: true } } })).toBe('done')
  const strict = { ...SUBSIDY, papers: SUBSIDY.papers!.map(({ id, name }) => ({ id, name, example: '示例' as const })) }
  expect(new Drive(prepare(strict)).submit({ papers: { list: { promised: true } } })).toBe('papersMissing')
})

test('a case stays on the version it began on', () => {
  const drive = new Drive()
  drive.submit()
  const newer = prepare({ ...SUBSIDY, retention: { ...SUBSIDY.retention, years: 11 } })
  const answer = act(newer, drive.state, command('withdraw', 1), drive.scene)
  expect('refusal' in answer && answer.refusal.code).toBe('otherVersion')
})

test('nothing is decided without knowing where', () => {
  expect(new Drive().set(at('insurance.district', null)).submit()).toBe('fieldsWrong')
  const counter = prepare({ ...SUBSIDY, route: [{ to: 'acceptance' }] })
  expect(new Drive(counter).submit()).toBe('placeNeeded')
})
