import { policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const library = () => app.as(policyRoutes)
const REFUND = {
  insuredMonths: 24,
  staff: 200,
  claimants: 2,
  size: '中小微企业',
  paid: '12345.67',
  raised: false,
  reserveMonths: 18,
}
const calculate = (body: Parameters<ReturnType<typeof library>['calculatePolicy']>[0]['body']) =>
  library().calculatePolicy({ params: { key: 'job-retention-refund' }, body })

test('anybody finds the policies in force, the city’s own and those of province and country', async () => {
  const { items, total } = await library().policies({ query: {} })
  expect(total).toBe(items.length)
  const keys = items.map(({ key }) => key)
  expect(keys).toEqual(expect.arrayContaining(['listing-grant', 'skill-subsidy', 'unemployment-months']))
  // 2025 is over on the day of the test.
  expect(keys).not.toContain('hiring-subsidy')
  const { items: ended } = await library().policies({ query: { state: 'ended' } })
  expect(ended.map(({ key }) => key)).toEqual(['hiring-subsidy'])
  const { items: all } = await library().policies({ query: { state: 'all', limit: '3' as never } })
  expect(all).toHaveLength(3)
})

test('policies are found by words of either language and by who applies', async () => {
  const keys = async (query: object) => (await library().policies({ query })).items.map(({ key }) => key)
  expect(await keys({ text: '裁员率' })).toEqual(['job-retention-refund'])
  expect(await keys({ text: 'certificate worker' })).toEqual(['skill-subsidy'])
  expect(await keys({ text: '裁员率', subject: 'person' })).toEqual([])
  expect(await keys({ text: '没有这样的词' })).toEqual([])
})

test('every policy is shown whole: clauses, drawn conditions, dated values with their source or as an example', async () => {
  const { items } = await library().policies({ query: { state: 'all' } })
  for (const { key, conditions } of items) {
    const policy = await library().policy({ params: { key } })
    expect(policy.rules).toHaveLength(conditions)
    const documents = new Set(policy.documents.map(({ id }) => id))
    for (const { when, source, example } of policy.rules) {
      expect(source !== null ? documents.has(source) : example).toBe(true)
      expect(when.parts[0]).toMatchObject({ parent: null, role: 'whole' })
      // A part stands behind the one it belongs to.
      expect(when.parts.every(({ parent }, place) => parent === null || parent < place)).toBe(true)
    }
    for (const { values } of policy.parameters)
      for (const { rows, source, example } of values) {
        expect(rows.length).toBeGreaterThan(0)
        expect(source !== null || example).toBe(true)
      }
    expect(policy.versions).toHaveLength(1)
  }
})

test('a condition is drawn from its words: 或 with its parts, names with what they stand for', async () => {
  const { rules, service } = await library().policy({ params: { key: 'job-retention-refund' } })
  const { parts, reads } = rules.find(({ id }) => id === 'layoffs')!.when
  expect(parts[0]).toMatchObject({ node: 'or', text: '或' })
  expect(parts.filter(({ parent }) => parent === 0)).toMatchObject([{ node: 'compare' }, { node: 'and' }])
  expect(parts).toContainEqual(expect.objectContaining({ text: '裁员率', names: 'definition' }))
  expect(reads).toEqual(['裁员率', '裁员率上限', '月均参保人数', '小单位人数', '小单位裁员率上限'])
  expect(service).toEqual({
    key: 'job-retention-refund',
    title: { zh: '失业保险稳岗返还', en: 'Refund for keeping jobs' },
  })
})

test('the calculator decides to the fen, with the arithmetic and every clause', async () => {
  const decision = await calculate({ facts: REFUND })
  expect(decision.outcome).toBe('granted')
  expect(decision.amount).toMatchObject({
    unit: 'fen',
    value: 740_740,
    shown: '7,407.40',
    arithmetic: '12,345.67 × 60% = 7,407.402 → 7,407.40',
  })
  expect(decision.conditions.map(({ id, result }) => [id, result])).toEqual([
    ['contributed', 'pass'],
    ['layoffs', 'pass'],
  ])
  expect(decision.basis).toContainEqual(
    expect.objectContaining({ name: '裁员率上限', shown: '5.5%', source: 'province' }),
  )
})

test('what is missing is asked in the order worth asking, and a failing condition says what would change it', async () => {
  const empty = await calculate({ facts: {} })
  expect(empty.outcome).toBe('unknown')
  expect(empty.missing[0]).toMatchObject({ key: 'insuredMonths', type: 'months', question: { zh: expect.any(String) } })
  const short = await calculate({ facts: { ...REFUND, insuredMonths: 11 } })
  expect(short.outcome).toBe('refused')
  expect(short.changes).toEqual([
    {
      condition: 'contributed',
      fact: 'insuredMonths',
      name: '足额缴费月数',
      from: 11,
      to: 12,
      shown: '12个月',
      grants: true,
    },
  ])
})

test('earlier payments that are not known leave the outcome unknown', async () => {
  expect(await calculate({ facts: REFUND, paidBefore: 'unknown' })).toMatchObject({
    outcome: 'unknown',
    needsHistory: true,
  })
})

test('a day outside a policy’s days is answered as such, also a day before its document was known', async () => {
  expect((await calculate({ facts: REFUND, effective: '2027-01-01' })).outcome).toBe('notInForce')
  expect((await calculate({ facts: REFUND, effective: '2025-06-30', known: '2024-06-30' })).outcome).toBe('notInForce')
})

test('a fact the policy does not ask for, a wrong type and a number out of bounds are named one by one', async () => {
  const error = await calculate({ facts: { staff: 0, size: '巨型', paid: 12, luck: true } }).catch(
    (thrown: unknown) => thrown,
  )
  expect(error).toMatchObject({ problem: { code: 'policy.factsWrong' } })
  const { fields } = (error as { problem: { fields: { path: string }[] } }).problem
  expect(fields.map(({ path }) => path).toSorted()).toEqual([
    'body.facts.luck',
    'body.facts.paid',
    'body.facts.size',
    'body.facts.staff',
  ])
})

test('what is not there is not found', async () => {
  await refused('policy.noPolicy', library().policy({ params: { key: 'no-such-policy' } }))
  await refused(
    'policy.noPolicy',
    library().calculatePolicy({ params: { key: 'no-such-policy' }, body: { facts: {} } }),
  )
  const params = { key: 'skill-subsidy', hash: 'ab'.repeat(32) }
  await refused('policy.noVersion', library().policyVersion({ params }))
})
