import { policyRoutes } from '@renshu/contracts'
import { decide, type Plain } from '@renshu/policy'
import fc from 'fast-check'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { holdFacts, REFUND, runJob, SKILL } from '../../../../testing/office/policy.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'
import { loadPolicies } from '@renshu/policy-files'
import { CITIES } from '../../../city/index.ts'
import { wholeAmount } from '../deciding/decide.ts'
import { factsFrom } from '../deciding/facts.ts'
import { decideRows, rowsFrom } from './columns.ts'

let app: TestApp
const firms: OrganisationGiven[] = []
const PAID = ['12345.67', '99.99', '20000', '0.01']
beforeAll(async () => {
  app = await startApp()
  for (const [at, paid] of PAID.entries()) {
    const firm = await givenVerified(app, { district: at < 2 ? '370202' : '370203' })
    firms.push(firm)
    const change: Record<string, Plain> = { 'insurance.unemploymentPaid': paid }
    if (at === 1) change['insurance.unemploymentMonths'] = 6
    await holdFacts(app, { kind: 'organisation', id: firm.id }, { ...REFUND, ...change })
  }
  // Nothing is held of the last one.
  firms.push(await givenVerified(app))
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(policyRoutes, somebody)
type BudgetBody = Parameters<ReturnType<typeof as>['startBudget']>[0]['body']

async function simulate(officer: { token: string }, body: Partial<BudgetBody> = {}) {
  const begun = await as(officer).startBudget({ body: { policy: 'job-retention-refund', values: [], ...body } })
  expect(begun).toMatchObject({ status: 'running', result: null })
  await runJob(app, 'policy.budget', { city: '370200', budgetId: begun.id })
  return as(officer).budget({ params: { budgetId: begun.id } })
}

test('what a policy costs is the sum of what each organisation is granted, to the fen', async () => {
  const budget = await simulate(await given.officer(app))
  expect(budget).toMatchObject({ status: 'done', progress: 1, unit: 'fen' })
  const counted = { granted: 3, refused: 1, unknown: 1, sum: 740_740 + 1_200_000 + 1 }
  expect(budget.result).toMatchObject({ subjects: 5, before: counted, after: counted, gained: 0, lost: 0, changed: 0 })
  let sum = 0
  for (const { id, owner } of firms) {
    const params = { organisationId: id, key: 'job-retention-refund' }
    const { outcome, amount } = await as(owner).decideForOrganisation({ params, body: { facts: {} } })
    if (outcome === 'granted') sum += amount!.value
  }
  expect(sum).toBe(counted.sum)
  const { districts, sizes } = budget.result!
  expect(districts.map(({ district, after }) => [district, after.granted, after.sum])).toEqual([
    ['370202', 1, 740_740],
    ['370203', 2, 1_200_001],
  ])
  expect(sizes.reduce((total, { after }) => total + after.sum, 0)).toBe(counted.sum)
})

test('with values replaced it says who gains, who loses and what it would cost', async () => {
  const officer = await given.officer(app)
  const months = await simulate(officer, { values: [{ parameter: '最少缴费月数', value: 6 }] })
  expect(months.result).toMatchObject({
    gained: 1,
    lost: 0,
    changed: 0,
    before: { granted: 3 },
    after: { granted: 4, sum: 740_740 + 1_200_000 + 1 + 5_999 },
  })
  const rates = { 大型企业: '30%', 中小微企业: '50%', 社会组织等: '50%' }
  const less = await simulate(officer, { values: [{ parameter: '返还比例', value: rates }] })
  // 0.01 × 50 % is half a fen, which is rounded up as 60 % is: only two change.
  expect(less.result).toMatchObject({ changed: 2, after: { granted: 3, sum: 617_284 + 1_000_000 + 1 } })
  const { items } = await as(officer).budgets({ query: { limit: '1' as never } })
  expect(items.map(({ id }) => id)).toEqual([less.id])
})

test('an officer of a district counts his district and sees no other’s simulations', async () => {
  const officer = await given.officer(app, { district: '370203' })
  const budget = await simulate(officer)
  expect(budget.result).toMatchObject({ subjects: 2, after: { granted: 2, sum: 1_200_001 } })
  const other = await given.officer(app, { district: '370202' })
  await refused('policy.noBudget', as(other).budget({ params: { budgetId: budget.id } }))
})

test('people are counted where records allow', async () => {
  const person = await given.person(app)
  const facts = { ...SKILL, 'insurance.district': '370202' }
  await holdFacts(app, { kind: 'person', id: person.personId }, facts)
  const budget = await simulate(await given.officer(app), { policy: 'skill-subsidy' })
  expect(budget.result).toMatchObject({
    subjects: 1,
    after: { granted: 1, sum: 150_000 },
    districts: [{ district: '370202' }],
    sizes: [],
  })
})

test('values that no parameter has, and of the wrong type, are refused', async () => {
  const officer = await given.officer(app)
  const start = (values: BudgetBody['values']) =>
    as(officer).startBudget({ body: { policy: 'job-retention-refund', values } })
  await refused('policy.valuesWrong', start([{ parameter: '没有', value: 1 }]))
  await refused('policy.valuesWrong', start([{ parameter: '最少缴费月数', value: '很久' }]))
  await refused('policy.noPolicy', as(officer).startBudget({ body: { policy: 'no-such', values: [] } }))
})

test('a trial shows one organisation before and after, and the look is on record', async () => {
  const officer = await given.officer(app, { district: '370202' })
  const body = {
    policy: 'job-retention-refund',
    subject: { organisationId: firms[0]!.id },
    facts: {},
    values: [{ parameter: '裁员率上限', value: '0.5%' }],
    reason: '研究调整裁员率上限',
  }
  const { before, after } = await as(officer).tryPolicy({ body })
  expect([before.outcome, after.outcome]).toEqual(['granted', 'refused'])
  expect(after.basis).toContainEqual(expect.objectContaining({ name: '裁员率上限', shown: '0.5%', example: true }))
  const elsewhere = { ...body, subject: { organisationId: firms[2]!.id } }
  await refused('policy.noSubject', as(officer).tryPolicy({ body: elsewhere }))
})

const { policies } = loadPolicies(CITIES, '370200')
const DAYS = { effective: '2026-03-02', known: '2026-03-02' }

test('columns decide as the single decision does on whatever records say, of every policy of the city', () => {
  for (const { prepared } of policies) {
    const value = fc.oneof(
      fc.boolean(),
      fc.integer({ min: -2, max: 200 }),
      fc.constantFrom<Plain>('12345.67', '5.5%', '1/3', '2025-12-01', '中小微企业', '中级', '企业', '二级', { fen: 1 }),
    )
    const names = prepared.policy.facts.flatMap(({ record }) => record ?? [])
    const records = fc.record(
      Object.fromEntries(names.map((name) => [name, fc.record({ value, on: fc.constant('2026-01-01') })])),
      { requiredKeys: [] },
    )
    fc.assert(
      fc.property(fc.array(records, { minLength: 1, maxLength: 8 }), (many) => {
        const decided = decideRows(prepared, rowsFrom(prepared, many), DAYS, () => [])
        for (const [row, known] of many.entries()) {
          const single = decide(prepared, factsFrom(prepared, known).facts, { ...DAYS, history: [] })
          const amount = single.outcome === 'granted' ? wholeAmount(single) : 0
          expect([decided.outcomes[row], decided.amounts[row]]).toEqual([single.outcome, amount])
        }
      }),
      { numRuns: 60 },
    )
  }
})
