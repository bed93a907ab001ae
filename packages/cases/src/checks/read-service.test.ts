import { expect, test } from 'vitest'
import type { Service, Stage, Step } from '../definition/service.ts'
import { SUBSIDY, SURROUNDINGS } from '../testing/subsidy.ts'
import { readService, type Surroundings } from './read-service.ts'

/** Reasons of the faults, each with its path. */
function faults(changes: Partial<Service>, surroundings: Partial<Surroundings> = {}): string[] {
  const read = readService({ ...SUBSIDY, ...changes }, { ...SURROUNDINGS, ...surroundings })
  return 'faults' in read ? read.faults.map(({ path, reason }) => `${path.join('.')}: ${reason.en}`) : []
}

const changed = (id: string, change: (step: Step) => Step | undefined): Stage[] =>
  SUBSIDY.stages.map((stage) => ({
    ...stage,
    ...(stage.steps && {
      steps: stage.steps.map((step) => (step.id === id ? change(step) : step)).filter((step) => !!step),
    }),
  }))
const without = (id: string) => ({ stages: changed(id, () => undefined) })
const withStep = (id: string, change: Partial<Step>) => ({ stages: changed(id, (step) => ({ ...step, ...change })) })

test('a definition without faults is read', () => expect(faults({})).toEqual([]))

test('payment needs two different people on every way there', () => {
  const one =
    'stages.7.steps.0: a way leads to payment without two different people: the second granting step names the first in notSameAs'
  expect(faults(withStep('approve', { notSameAs: [] }))).toEqual([one])
  // A way round the approval, beside the proper one.
  const round = SUBSIDY.stages.map((stage) =>
    stage.id === 'reviewing'
      ? { ...stage, steps: [...stage.steps!, { ...stage.steps![0]!, id: 'quick', to: 'approved' }] }
      : stage,
  )
  expect(faults({ stages: round })).toEqual([one])
  // One person more, alone, could bind another amount.
  const adjusting = SUBSIDY.stages.map((stage) =>
    stage.id === 'approved'
      ? {
          ...stage,
          steps: [...stage.steps!, { ...SUBSIDY.stages[3]!.steps![0]!, id: 'adjust', to: 'published' }],
        }
      : stage,
  )
  expect(faults({ stages: adjusting })).toEqual([one])
  // What was judged before an objection does not count after it.
  expect(faults(withStep('object', { to: 'paying' }))).toContain(one)
})

test('money leaves by a step “pay” only', () => {
  expect(faults(withStep('pay', { word: 'complete' }))).toEqual([
    'stages.7.steps.0: money is paid by a step “pay” and no other',
  ])
})

test('every stage is reached and leads to an end', () => {
  expect(faults(withStep('publish', { to: 'reviewing', word: 'complete' }))).toContain(
    'stages.6: “Published” is never reached',
  )
  const stuck = faults({ stages: changed('settle', (step) => ({ ...step, to: 'published' })) })
  expect(stuck).toContain('stages.7: “Paying” is never reached')
  const loop = SUBSIDY.stages.map((stage) =>
    stage.id === 'paid' ? { ...stage, end: undefined, steps: [{ ...step('again'), to: 'paid' }] } : stage,
  )
  expect(faults({ stages: loop as Stage[] }).join('\n')).toContain('“Paid” has no clock')
})
const step = (id: string): Step => ({ id, word: 'complete', name: { zh: id, en: id }, to: 'paid', role: 'cashier' })

test('steps that take themselves come to rest', () => {
  expect(faults(withStep('settle', { to: 'approved' }))).toContain(
    'stages.6.steps.1: “Notice over” would go round for ever',
  )
})

test('an outcome is reached once at most', () => {
  const twice = [...SUBSIDY.outcomes!, { id: 'never', kind: 'pay', name: { zh: '从不', en: 'Never' } }]
  expect(faults({ outcomes: twice })).toEqual(['outcomes.1: no step reaches “Never”'])
  expect(faults(withStep('pay', { to: 'paying' }))).toContain('stages.7.steps.0: “Payment” could be reached twice')
})

test('a refusal has reasons and a way of review', () => {
  expect(faults({ reasons: [] })).toHaveLength(2)
  expect(faults(without('appeal'))).toEqual([
    'stages.1.steps.2: a refusal has no way of review',
    'stages.3.steps.2: a refusal has no way of review',
  ])
  expect(faults(withStep('decline', { refuses: false }))).toContain(
    'stages.1.steps.2: to decline is to refuse (refuses: true)',
  )
})

test('nobody is asked what a record holds', () => {
  expect(faults({}, { held: new Map([['account', 'registry.bankAccount']]) })).toEqual([
    'fields.1: “收款账号” is on record (registry.bankAccount) and must not be asked',
  ])
})

test('every fact of the policy comes with the service, of the type the policy takes it for', () => {
  expect(faults({}, { policy: undefined })).toContain('policy.key: there is no policy “subsidy”')
  const own = { key: 'cost', name: '费用', type: 'integer', question: { zh: '？', en: '?' } } as const
  expect(faults({ fields: [...SUBSIDY.fields, own] })).toEqual(['fields.2: “费用” is not as the policy has it'])
  const officers = { ...own, type: 'money', by: 'officer' } as const
  expect(faults({ fields: [...SUBSIDY.fields, officers] })).toContain(
    'stages.3.steps.0: nobody has answered “费用” before',
  )
})

test('a clock has a length and a source, and an officer’s stage has a clock', () => {
  const [first, ...rest] = SUBSIDY.clocks
  const { source: _source, ...bare } = first!
  expect(faults({ clocks: [bare, ...rest] })).toEqual(['clocks.0: no source; say example: 示例 when nobody states it'])
  expect(faults({ clocks: [{ ...first!, length: 0 }, ...rest] })).toEqual(['clocks.0.length: a clock has a length'])
  const clockless = SUBSIDY.stages.map(({ clock, ...stage }) => ({
    ...stage,
    ...(stage.id !== 'paying' && clock && { clock }),
  }))
  expect(faults({ stages: clockless })).toContain('stages.7: “Paying” has no clock')
})

test('silence approves by a clause of law only, and never judges', () => {
  const { source: _source, clause: _clause, ...silent } = SUBSIDY.stages[1]!.steps![3]!
  expect(faults({ stages: changed('deemed', () => ({ ...silent, example: '示例' })) })).toEqual([
    'stages.1.steps.3: silence approves only by a clause of law',
  ])
  expect(faults(withStep('deemed', { word: 'review' }))).toContain(
    'stages.1.steps.3: nothing is judged or paid by itself',
  )
})

test('what is named exists', () => {
  expect(faults(withStep('pass', { to: 'nowhere' }))).toContain('stages.3.steps.0: there is no “nowhere”')
  expect(faults(withStep('pass', { role: 'mayor' as never }))).toContain('stages.3.steps.0: there is no “mayor”')
  expect(faults(withStep('approve', { notSameAs: ['nobody'] }))).toContain('stages.4.steps.0: there is no “nobody”')
  expect(faults(withStep('pass', { fills: ['colour'] }))).toContain('stages.3.steps.0: there is no field “colour”')
  expect(faults({ route: [{ to: 'account' }] })).toEqual(['route.0.to: “account” is no district'])
  expect(faults({ outcomes: [{ ...SUBSIDY.outcomes![0]!, kind: 'gift' }] })).toEqual([
    'outcomes.0.kind: there is no outcome “gift”',
  ])
  expect(faults(withStep('approve', { id: 'pass' })).join('\n')).toContain('“pass” is there twice')
})

test('a condition is read with names and types, and says at which character it goes wrong', () => {
  const read = readService({ ...SUBSIDY, ...withStep('pass', { when: '费用 > 缴费' }) }, SURROUNDINGS)
  expect('faults' in read && read.faults).toMatchObject([{ path: ['stages', 3, 'steps', 0, 'when'], at: 5 }])
  expect(faults(withStep('pass', { when: '费用' }))).toEqual(['stages.3.steps.0.when: a condition is needed'])
})

test('number, phone, address and account are never published, a name only as the masked applicant', () => {
  expect(faults({ public: ['applicant', 'stage', 'amount'] })).toEqual([])
  const never = '“account” is never published; for the name write “applicant”, which is shown masked'
  expect(faults({ public: ['stage', 'account'] })).toEqual([`public.1: ${never}`])
  const named = (name: string, record?: string) => {
    const field = {
      key: 'told',
      name,
      type: 'text',
      question: { zh: '？', en: '?' },
      ...(record && { record }),
    } as const
    return faults({ fields: [...SUBSIDY.fields, field], public: ['told'] }).length
  }
  for (const name of ['身份证号', '手机号', '家庭住址', '联系方式', '申请人姓名']) expect(named(name)).toBe(1)
  expect(named('当事人', 'accounts.name')).toBe(1)
  expect(named('单位名称', 'registry.name')).toBe(0)
})

test('what is published can be objected to', () => {
  expect(faults(without('object'))).toContain(
    'stages.5.steps.0: a notice lasts for some days, in which it can be objected to',
  )
})
