import { policyRoutes } from '@renshu/contracts'
import type { Session, TestApp } from '../app.ts'
import { insertRows } from './insert-rows.ts'
import type { Household } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const DAY = '2026-03-01'
const HASH = 'ab'.repeat(32)
const KEY = 'job-retention-refund'
const PAID = { insuredMonths: 24, staff: 200, claimants: 2, size: '中小微企业', paid: '12345.67', raised: false }

/** Names of the records of policies in addresses. */
export const POLICY_IDS = ['entitlementId', 'budgetId', 'factId', 'importId'] as const

/** A decision that the owner keeps for the organisation, and one for himself. */
export async function keepDecisions(
  app: TestApp,
  session: Session,
  organisationId: string,
): Promise<Record<string, string>> {
  const own = app.as(policyRoutes, session)
  const facts = { ...PAID, reserveMonths: 18 }
  const { id: decisionId, decision } = await own.keepForOrganisation({
    params: { organisationId, key: KEY },
    body: { facts },
  })
  await own.keepForMe({ params: { key: 'skill-subsidy' }, body: { facts: {} } })
  return { decisionId, key: KEY, hash: decision.version }
}

type Rows = [table: string, row: object][]

/** What authorities stated of a household, and what it is entitled to. */
function rowsAbout({ district, organisationId, owner, officer, ids }: Household, secret: string): Rows {
  const ofOrganisation = { subject_kind: 'organisation', subject_id: organisationId }
  const ofOwner = { subject_kind: 'person', subject_id: owner.personId }
  const stated = { on_day: DAY, stated_by: secret, recorded_at: AT }
  const paid = { record: 'insurance.unemploymentPaid', value: '1' }
  const insured = { record: 'insurance.unemploymentMonths', value: 12 }
  const look = { what: 'heldFacts', reason: secret, looked_at: AT, looked_by: officer.personId }
  const entitled = {
    policy: KEY,
    district,
    decision_id: ids['decisionId'],
    amount: 740_740,
    facts_hash: HASH,
    found_on: DAY,
    state: 'open',
  }
  return [
    ['policy.held_fact', { id: ids['factId'], ...ofOrganisation, ...stated, ...paid }],
    ['policy.held_fact', { ...ofOwner, ...stated, ...insured }],
    ['policy.look', { ...ofOwner, ...look }],
    ['policy.look', { ...ofOrganisation, ...look }],
    ['policy.entitlement', { id: ids['entitlementId'], ...ofOrganisation, ...entitled }],
    ['policy.entitlement', { ...ofOwner, ...entitled, policy: 'skill-subsidy', district: null }],
  ]
}

const COUNTED = { done: true, read: 1, created: 0, updated: 0, unchanged: 0, waiting: 0, rejected: 1 }

/** What the bureau has counted and read in. */
function rowsOfBureau({ district, officer, ids }: Household, secret: string): Rows {
  const bureau = { organisation_id: '00000000-0000-0000-0000-000000000000' }
  const budget = {
    id: ids['budgetId'],
    policy: KEY,
    hash: ids['hash'],
    effective: DAY,
    replaced: [],
    district,
    status: 'running',
    progress: 0,
    made_at: AT,
    made_by: officer.personId,
  }
  const upload = { id: ids['importId'], ...bureau, name: secret, imported_at: AT, imported_by: officer.personId }
  const reject = { number: 1, line: 2, column_name: '值', value: secret, reason: 'value.wrong' }
  return [
    ['policy.run', { began_at: AT, decided: 0, found: 0, ended: 0 }],
    ['policy.budget', budget],
    ['policy.import', { ...upload, ...COUNTED }],
    ['policy.import_reject', { id: ids['importId'], ...bureau, ...reject }],
  ]
}

/** What policies hold of a household and of its bureau. */
export const enterPolicies = (app: TestApp, household: Household, secret: string): Promise<void> =>
  insertRows(app, household.city, [...rowsAbout(household, secret), ...rowsOfBureau(household, secret)])
