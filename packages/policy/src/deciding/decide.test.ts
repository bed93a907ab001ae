import { expect, test } from 'vitest'
import { FACTS, ON, prepared, REFUND } from '../testing/refund.ts'
import { decide } from './decide.ts'
import type { Limit, Payment } from '../policy/policy.ts'
import { FactsError } from '../policy/slots.ts'

const refund = prepared()
const given = (facts: object, on: object = {}) => decide(refund, { ...FACTS, ...facts }, { ...ON, ...on })
const outcomeOf = (facts: object, on: object = {}) => {
  const { outcome, conditions, limits, amount } = given(facts, on)
  const failing = [...conditions, ...limits].filter(({ result }) => result === 'fail').map(({ id }) => id)
  return [outcome, outcome === 'refused' ? failing.join() : amount?.value]
}
const earlier = (on: string, amount: string, more: Partial<Payment> = {}): Payment => ({
  policy: 'refund',
  on,
  amount,
  facts: { size: '小型' },
  ...more,
})

test('a granted decision names every condition, the values read, the arithmetic and the sources', () => {
  const decision = given({})
  expect(decision).toMatchObject({ outcome: 'granted', missing: [], needsHistory: false })
  expect(decision.amount).toEqual({
    value: '14814.80',
    shown: '14,814.80',
    arithmetic: 'min(24,691.34 × 60% × (100% + 0%), 50,000.00) = 14,814.804 → 14,814.80',
    period: 'once',
    provisional: false,
    clause: '四',
  })
  expect(decision.conditions.map(({ id, result }) => [id, result])).toEqual([
    ['layoffs', 'pass'],
    ['age', 'pass'],
    ['sound', 'pass'],
  ])
  expect(decision.conditions[0]!.reads).toEqual([
    { name: '离职率', value: '2.5%', shown: '2.5%' },
    { name: '离职', value: 1, shown: '1' },
    { name: '职工', value: 40, shown: '40' },
  ])
  expect(decision.basis[0]).toEqual({
    name: '比例',
    shown: '小型 60%，中型 60%，大型 30%',
    from: '2025-01-01',
    to: '2025-12-31',
    source: 'notice',
  })
})

test('a decision stored as JSON and decided again gives the same to the fen', () => {
  const stored = JSON.parse(JSON.stringify(given({}))) as ReturnType<typeof given>
  expect(decide(refund, stored.facts, stored)).toEqual(stored)
})

test('each condition refuses by its own boundary', () => {
  expect(outcomeOf({ left: 22, staff: 400 })).toEqual(['granted', '14814.80'])
  expect(outcomeOf({ left: 23, staff: 400 })).toEqual(['refused', 'layoffs'])
  expect(outcomeOf({ left: 6, staff: 30 })).toEqual(['granted', '14814.80'])
  expect(outcomeOf({ left: 6, staff: 29 })).toEqual(['refused', 'layoffs'])
  expect(outcomeOf({ opened: '2024-06-30' })).toEqual(['granted', '14814.80'])
  expect(outcomeOf({ opened: '2024-07-01' })).toEqual(['refused', 'age'])
  expect(outcomeOf({ sound: false })).toEqual(['refused', 'sound'])
})

test('the effective date chooses the value, the knowledge date what was known of it', () => {
  expect(outcomeOf({ paid: '100', size: '中型' }, { effective: '2025-12-31' })).toEqual(['granted', '60.00'])
  expect(outcomeOf({ paid: '100', size: '中型' }, { effective: '2026-01-01' })).toEqual(['granted', '33.33'])
  expect(outcomeOf({}, { effective: '2024-12-31' })).toEqual(['notInForce', undefined])
  expect(outcomeOf({}, { effective: '2027-01-01' })).toEqual(['notInForce', undefined])
  expect(outcomeOf({}, { known: '2024-11-30' })).toEqual(['notInForce', undefined])
  const [rates, ...rest] = REFUND.parameters
  const raised = {
    from: '2025-06-01',
    to: '2025-12-31',
    known: '2025-09-01',
    source: 'notice',
    value: { 小型: '70%', 中型: '70%', 大型: '40%' },
  }
  const amended = prepared({ ...REFUND, parameters: [{ ...rates!, values: [...rates!.values, raised] }, ...rest] })
  const decided = (known: string) => decide(amended, FACTS, { ...ON, known }).amount?.value
  expect([decided('2025-08-31'), decided('2025-09-01')]).toEqual(['14814.80', '17283.94'])
})

test('a condition holds only on its own days', () => {
  const [first, ...others] = REFUND.conditions
  const eased = prepared({ ...REFUND, conditions: [{ ...first!, to: '2025-06-29' }, ...others] })
  const left = { ...FACTS, left: 40 }
  expect(decide(eased, left, ON)).toMatchObject({ outcome: 'granted', conditions: [{ id: 'age' }, { id: 'sound' }] })
  expect(decide(eased, left, { ...ON, effective: '2025-06-29' }).outcome).toBe('refused')
})

test('an unknown fact leaves the outcome unknown, and what can be said is provisional', () => {
  const decision = given({ sound: null })
  expect(decision).toMatchObject({ outcome: 'unknown', missing: ['sound'] })
  expect(given({ left: null })).toMatchObject({
    outcome: 'unknown',
    missing: ['left'],
    amount: { value: '14814.80', provisional: true },
  })
  expect(given({ paid: undefined }).amount).toBeUndefined()
})

test('only facts that can still matter are asked for, those that settle a condition alone first', () => {
  expect(given({ opened: null, left: null, staff: null, paid: null }).missing).toEqual([
    'opened',
    'staff',
    'left',
    'paid',
  ])
  // Refused already: nothing else can help.
  expect(given({ sound: false, left: null }).missing).toEqual([])
  // Not large, so honours do not matter.
  expect(given({ marks: null }).missing).toEqual([])
  expect(given({ marks: null, size: '大型' }).missing).toEqual(['marks'])
})

test('facts of a wrong type, out of range or unheard of are refused by name', () => {
  const wrong = (facts: object) => {
    try {
      given(facts)
    } catch (error) {
      if (error instanceof FactsError) return error.wrong.map(({ key }) => key)
    }
    return []
  }
  expect(
    wrong({ paid: 12345, size: '巨型', opened: '2025-02-29', left: 1.5, sound: 'yes', bonus: '51%', staff: 0 }),
  ).toEqual(['paid', 'size', 'left', 'staff', 'opened', 'sound', 'bonus'])
  expect(wrong({ paid: { fen: 1_234_500 } })).toEqual([])
  expect(wrong({ marks: ['优秀', '无'], salary: '1' })).toEqual(['marks', 'salary'])
})

test('without a history the limits that read it are unknown; with one they count', () => {
  const blank = given({}, { history: undefined })
  expect(blank).toMatchObject({ outcome: 'unknown', missing: [], needsHistory: true })
  expect(blank.amount).toMatchObject({ value: '14814.80', provisional: true })
  expect(outcomeOf({}, { history: [earlier('2024-12-31', '20000')] })).toEqual(['granted', '10000.00'])
  expect(outcomeOf({}, { history: [earlier('2024-12-31', '29999.99')] })).toEqual(['granted', '0.01'])
  expect(outcomeOf({}, { history: [earlier('2024-12-31', '30000')] })).toEqual(['refused', 'cap'])
  expect(outcomeOf({}, { history: [earlier('2025-01-01', '1')] })).toEqual(['refused', 'once'])
  expect(outcomeOf({}, { history: [earlier('2025-01-01', '1', { facts: { size: '大型' } })] })).toEqual([
    'granted',
    '14814.80',
  ])
  // Whether it was for the same size is not told, so neither is the answer.
  expect(outcomeOf({}, { history: [earlier('2025-01-01', '1', { facts: {} })] })[0]).toBe('unknown')
  expect(outcomeOf({}, { history: [earlier('2025-12-31', '1', { policy: 'relief' })] })).toEqual(['refused', 'other'])
  expect(outcomeOf({}, { history: [earlier('2024-12-31', '1', { policy: 'relief' })] })).toEqual([
    'granted',
    '14814.80',
  ])
})

test('each limit says what it took', () => {
  const { limits } = given({ bonus: '50%', reserve: 24 })
  expect(limits.map(({ id, took }) => [id, took])).toContainEqual(['share', '2469.14'])
  expect(given({ reserve: 11 }).amount).toMatchObject({
    value: '2469.00',
    arithmetic: '24,691.34 × 10% = 2,469.134 → 2,469.00',
  })
  // What was put in its place does not wait for the amount.
  expect(given({ reserve: 11, bonus: null }).amount?.value).toBe('2469.00')
  expect(outcomeOf({ opened: '2020-06-30' })).toEqual(['granted', '14814.80'])
  expect(outcomeOf({ opened: '2020-06-29' })).toEqual(['refused', 'late'])
})

const one = (limit: object) =>
  prepared({
    ...REFUND,
    conditions: REFUND.conditions.slice(0, 1),
    amount: { ...REFUND.amount, is: '已缴' },
    limits: [{ id: 'one', clause: '五', text: { zh: '', en: '' }, source: 'notice', ...limit } as Limit],
    parameters: [],
    facts: REFUND.facts,
  })

test('higher instead of lower pays the difference, or refuses what ranks no higher', () => {
  const difference = one({ kind: 'higher', with: ['relief'] })
  const paid = (history: Payment[]) => decide(difference, FACTS, { ...ON, history })
  expect(paid([earlier('2020-01-01', '4691.34', { policy: 'relief' })]).amount?.value).toBe('20000.00')
  expect(paid([earlier('2020-01-01', '24691.33')]).amount?.value).toBe('0.01')
  expect(paid([earlier('2020-01-01', '24691.34')]).outcome).toBe('refused')
  const ranked = one({ kind: 'higher', by: '规模' })
  const had = (size: string, now: string) =>
    decide(ranked, { ...FACTS, size: now }, { ...ON, history: [earlier('2020-01-01', '1', { facts: { size } })] })
      .outcome
  expect([had('小型', '中型'), had('中型', '中型'), had('大型', '中型')]).toEqual(['granted', 'refused', 'refused'])
  expect(decide(ranked, FACTS, { ...ON, history: undefined }).needsHistory).toBe(true)
})

test('a fund that does not last refuses when nothing else is named', () => {
  const strict = one({ kind: 'reserve', of: '备付', least: '12个月' })
  const outcome = (reserve: number | null) => decide(strict, { ...FACTS, reserve }, ON).outcome
  expect([outcome(12), outcome(11), outcome(null)]).toEqual(['granted', 'refused', 'unknown'])
})

test('keys that every object has are facts like any other', () => {
  const facts = JSON.parse('{"__proto__": {"size": "小型"}, "constructor": 1}') as Record<string, never>
  expect(() => decide(refund, facts, ON)).toThrow('__proto__: no such fact')
  expect(() => decide(refund, facts, ON)).toThrow('constructor: no such fact')
})

test('a stored decision decided again is the same to the byte', () => {
  for (const facts of [{}, { paid: null }, { size: null }]) {
    const stored = JSON.stringify(given(facts, { history: [earlier('2025-02-01', '100')] }))
    const { facts: again, ...on } = JSON.parse(stored) as ReturnType<typeof decide>
    expect(JSON.stringify(decide(refund, again, on))).toBe(stored)
  }
})

test('an earlier payment is of the same list in any order, and one without a day is told', () => {
  const once = { kind: 'times', most: '1', within: 'ever', same: ['荣誉'] }
  const limit = { id: 'once', clause: '八', text: { zh: '一次', en: 'once' }, source: 'notice', ...once } as Limit
  const marked = prepared({ ...REFUND, limits: [limit] })
  const after = (marks: string[]) =>
    decide(
      marked,
      { ...FACTS, marks: ['优秀', '创新'] },
      { ...ON, history: [earlier('2024-02-01', '100', { facts: { marks } })] },
    ).outcome
  expect([after(['创新', '优秀']), after(['优秀'])]).toEqual(['refused', 'granted'])
  expect(() => given({}, { history: [earlier('2024-13-01', '100')] })).toThrow('on “2024-13-01” has no day')
})

test('while it is not known which amount is paid, what was had before refuses nothing', () => {
  const [fund] = REFUND.limits!
  const more = { id: 'more', clause: '八', text: { zh: '补差', en: 'difference' }, source: 'notice', kind: 'higher' }
  const rising = prepared({ ...REFUND, limits: [{ ...fund!, otherwise: '已缴' } as Limit, more as Limit] })
  const after = (reserve: number | null) =>
    decide(rising, { ...FACTS, reserve }, { ...ON, history: [earlier('2024-02-01', '20000')] })
  expect([after(24).outcome, after(6).amount?.value]).toEqual(['refused', '4691.34'])
  expect([after(null).outcome, after(null).missing]).toEqual(['unknown', ['reserve']])
})
