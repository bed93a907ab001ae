import { policyRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../../testing/app.ts'
import { refused } from '../../../../testing/codes.ts'
import { given } from '../../../../testing/given.ts'
import { holdFacts, REFUND, SKILL } from '../../../../testing/office/policy.ts'
import { givenVerified, type OrganisationGiven } from '../../../../testing/registry.ts'

let app: TestApp
let firm: OrganisationGiven
beforeAll(async () => {
  app = await startApp()
  firm = await givenVerified(app)
  await holdFacts(app, { kind: 'organisation', id: firm.id }, REFUND)
})
afterAll(() => app.close())

const as = (somebody: { token: string }) => app.as(policyRoutes, somebody)
const ofFirm = () => ({ organisationId: firm.id, key: 'job-retention-refund' })

test('an organisation’s facts come from records, each with its day and who stated it', async () => {
  const decision = await as(firm.owner).decideForOrganisation({ params: ofFirm(), body: { facts: {} } })
  expect(decision).toMatchObject({ outcome: 'granted', amount: { value: 740_740 } })
  expect(decision.facts.find(({ key }) => key === 'staff')).toMatchObject({
    shown: '200',
    from: 'record',
    record: 'insurance.unemploymentInsured',
    on: '2026-01-31',
    statedBy: '示例社保经办机构',
  })
})

test('a fact given against its record is refused by name, the same fact in other words is not', async () => {
  const decide = (facts: object) =>
    as(firm.owner).decideForOrganisation({ params: ofFirm(), body: { facts: facts as never } })
  await refused('policy.factsHeld', decide({ staff: 10 }))
  await refused('policy.factsWrong', decide({ luck: true }))
  expect((await decide({ paid: { fen: 1_234_567 }, staff: null })).outcome).toBe('granted')
})

test('nobody decides for an organisation he does not belong to', async () => {
  const stranger = await given.person(app)
  const call = (somebody: { token: string }) =>
    as(somebody).decideForOrganisation({ params: ofFirm(), body: { facts: {} } })
  await refused('platform.accessDenied', call(stranger))
  await refused('platform.signedOut', app.as(policyRoutes).compareForMe({ query: {} }))
  const params = { organisationId: firm.id }
  await refused('platform.accessDenied', as(stranger).organisationEntitlements({ params }))
  await refused('platform.accessDenied', as(stranger).organisationHeldFacts({ params }))
})

test('a policy for people is not decided for an organisation, nor the other way round', async () => {
  const params = { organisationId: firm.id, key: 'skill-subsidy' }
  await refused('policy.otherSubject', as(firm.owner).decideForOrganisation({ params, body: { facts: {} } }))
  const person = { key: 'job-retention-refund' }
  await refused('policy.otherSubject', as(firm.owner).decideForMe({ params: person, body: { facts: {} } }))
})

test('a comparison shows every policy of one’s kind, what is granted first', async () => {
  const { policies, subject } = await as(firm.owner).compareForOrganisation({
    params: { organisationId: firm.id },
    query: {},
  })
  expect(subject).toEqual({ kind: 'organisation', name: firm.name })
  expect(policies[0]).toMatchObject({ key: 'job-retention-refund', outcome: 'granted', amount: { value: 740_740 } })
  expect(policies.map(({ key }) => key)).toContain('training-settlement')
  expect(policies.map(({ key }) => key)).not.toContain('skill-subsidy')
  const training = policies.find(({ key }) => key === 'training-settlement')!
  expect(training.missing.length).toBeGreaterThan(0)
})

test('a kept decision is opened again and comes out the same to the fen, whatever became of the records', async () => {
  const person = await given.person(app)
  const subject = { kind: 'person', id: person.personId } as const
  await holdFacts(app, subject, SKILL)
  const params = { key: 'skill-subsidy' }
  const kept = await as(person).keepForMe({ params, body: { facts: {} } })
  expect(kept).toMatchObject({ outcome: 'granted', amount: { value: 150_000 }, by: 'self', outdated: false })
  await holdFacts(app, subject, { 'talents.skillLevel': '初级' }, '2026-03-01')
  expect((await as(person).decideForMe({ params, body: { facts: {} } })).amount).toMatchObject({ value: 100_000 })
  const own = { decisionId: kept.id }
  expect(await as(person).decideOwnAgain({ params: own })).toMatchObject({
    agrees: true,
    before: { amount: { value: 150_000 } },
    again: { amount: { value: 150_000 } },
    current: null,
  })
  expect(
    (await as(person).ownDecision({ params: own })).decision.facts.find(({ key }) => key === 'level'),
  ).toMatchObject({
    value: '中级',
    on: '2026-01-31',
  })
  const { items, total } = await as(person).ownDecisions({ query: {} })
  expect([items.map(({ id }) => id), total]).toEqual([[kept.id], 1])
})

test('another’s decisions and held facts are not found', async () => {
  const person = await given.person(app)
  const kept = await as(firm.owner).keepForOrganisation({ params: ofFirm(), body: { facts: {} } })
  await refused('policy.noDecision', as(person).ownDecision({ params: { decisionId: kept.id } }))
  await refused('policy.noDecision', as(firm.owner).ownDecision({ params: { decisionId: kept.id } }))
  const other = await givenVerified(app)
  const params = { organisationId: other.id, decisionId: kept.id }
  await refused('policy.noDecision', as(other.owner).organisationDecision({ params }))
  expect((await as(person).ownHeldFacts()).items).toEqual([])
  const { items } = await as(firm.owner).organisationHeldFacts({ params: { organisationId: firm.id } })
  expect(items).toHaveLength(Object.keys(REFUND).length)
})

test('a limit sees what was paid before', async () => {
  const { database, clock } = app.services
  const { makePayable } = await import('../../payments/index.ts')
  const paid = await givenVerified(app)
  await holdFacts(app, { kind: 'organisation', id: paid.id }, REFUND)
  await database.transaction({ kind: 'system', city: '370200' }, (tx) =>
    makePayable({ tx, city: '370200', secrets: app.services.secrets, jobs: app.services.jobs, ...clock } as never, {
      source: { module: 'cases', id: clock.newId() },
      record: clock.newId(),
      title: { zh: '稳岗返还', en: 'Refund' },
      policy: 'job-retention-refund',
      period: '2026',
      payee: { organisationId: paid.id },
      payeeName: paid.name,
      account: null,
      district: null,
      fen: 100,
      decidedOn: '2026-02-01',
    }),
  )
  const params = { organisationId: paid.id, key: 'job-retention-refund' }
  const decision = await as(paid.owner).decideForOrganisation({ params, body: { facts: {} } })
  expect(decision.outcome).toBe('refused')
  expect(decision.limits.find(({ id }) => id === 'yearly')).toMatchObject({ result: 'fail' })
  expect(decision.history).toMatchObject([{ policy: 'job-retention-refund', on: '2026-02-01', shown: '1.00' }])
})
