import { type Limit, type Policy, preparePolicy } from '@renshu/policy'
import { expect, test } from 'vitest'
import { checkPolicy } from './check-policy.ts'

const said = { zh: '甲', en: 'one' }
const clause = { clause: '一', text: said, source: 'notice' }
const POLICY: Policy = {
  key: 'one',
  title: said,
  summary: said,
  subject: 'person',
  from: '2024-01-01',
  documents: [{ id: 'notice', title: '通知' }],
  facts: [
    { key: 'cost', name: '费用', type: 'money', question: said },
    { key: 'months', name: '备付月数', type: 'months', question: said },
  ],
  parameters: [],
  conditions: [{ id: 'some', ...clause, when: '费用 > 100元 且 备付月数 >= 1个月' }],
  amount: { is: '费用 - 100元', clause: '二', period: 'once', source: 'notice' },
}

function reasonsOf(change: Partial<Policy>): [string, string][] {
  const read = preparePolicy({ ...POLICY, ...change })
  const faults = 'faults' in read ? read.faults : checkPolicy(read.prepared)
  return faults.map(({ path, reason }) => [path.join('.'), reason.zh])
}
const limits = (...given: object[]): Partial<Policy> => ({
  limits: given.map((one, place) => ({ id: `limit${place}`, ...clause, ...one }) as Limit),
})
const CAP = { kind: 'cap', most: '50元', within: 'ever' }
const RESERVE = { kind: 'reserve', of: '备付月数', least: '12个月', otherwise: '费用' }

test('a limit that may leave less than nothing is refused', () => {
  expect(reasonsOf(limits({ kind: 'share', most: '90%', of: '费用 - 200元' }))).toEqual([
    ['limits.0.of', '可能低于零，写上“不低于 0元”'],
  ])
  expect(reasonsOf(limits({ ...CAP, most: '费用 - 200元' }))).toHaveLength(1)
  expect(reasonsOf(limits({ ...RESERVE, otherwise: '费用 - 200元' }))).toHaveLength(1)
  expect(reasonsOf(limits({ kind: 'share', most: '90%', of: '费用 - 100元' }))).toEqual([])
})

test('a limit that may divide by zero is refused', () => {
  expect(reasonsOf(limits({ kind: 'share', most: '1元 / (费用 - 100元)', of: '费用' }))).toContainEqual([
    'limits.0.most',
    '除数可能为零，给它写上最小值',
  ])
  expect(reasonsOf(limits({ kind: 'share', most: '1元 / 费用', of: '费用' }))).toEqual([])
})

test('a reserve that pays otherwise stands before the limits it would undo', () => {
  expect(reasonsOf(limits(RESERVE, CAP))).toEqual([])
  expect(reasonsOf(limits(CAP, RESERVE))).toEqual([['limits.1', expect.stringContaining('上限之前') as string]])
  expect(reasonsOf(limits({ kind: 'times', most: '1', within: 'ever' }, RESERVE))).toEqual([])
})

test('a condition that ends before the policy does not keep the amount above zero', () => {
  const [some] = POLICY.conditions
  expect(reasonsOf({ ...limits(RESERVE, CAP), conditions: [{ ...some!, to: '2024-12-31' }] })).toEqual([
    ['amount.is', '金额可能低于零，写上“不低于 0元”'],
  ])
})
