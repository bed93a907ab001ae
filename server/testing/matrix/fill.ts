import type { TestApp } from '../app.ts'
import { insertRows } from './insert-rows.ts'
import { marketRowsOfCity } from './market.ts'
import type { Household, World } from './world.ts'

const AT = '2026-03-01T00:00:00Z'
const HASH = 'ab'.repeat(32)
const mandate = {
  purposes: ['recruiting'],
  from_day: '2026-03-01',
  until_day: '2026-12-31',
  created_at: AT,
  accepted_at: AT,
}

/** An import with a row that was sent back. */
const ofImport = (personId: string, id: string): [string, object][] => [
  [
    'registry.import',
    {
      name: 'a.xlsx',
      imported_at: AT,
      imported_by: personId,
      read: 1,
      created: 1,
      updated: 0,
      unchanged: 0,
      status: 'done',
      rows: 2,
      own_organisations: [],
      moved_at: AT,
      id,
    },
  ],
  [
    'registry.rejected_row',
    {
      import_id: id,
      imported_by: personId,
      line: 3,
      column_name: '名称',
      value: '',
      reason: 'name.missing',
    },
  ],
]

/** What decided cases put on record: a report, complaints, one of them made good, a park. */
const ofOutcomes = (
  of: { organisation_id: string; district: string; case_id: string },
  newId: () => string,
): [string, object][] => [
  ['registry.annual_report', { ...of, year: 2025, reported_on: '2026-03-01', figures: {} }],
  ['registry.complaint', { ...of, matter: '违规收费', recorded_on: '2026-03-01', made_good_on: '2026-03-01' }],
  ['registry.complaint', { ...of, case_id: newId(), matter: '其他', recorded_on: '2026-03-01' }],
  [
    'registry.tenancy',
    { organisation_id: of.organisation_id, case_id: of.case_id, park_name: '样例园', from_on: '2026-03-01' },
  ],
]

/** Rows that no short walk through the product leaves behind: sign-ins under way, helpers, imports. */
const ofHousehold = (
  { owner, viewer, officer, organisationId, district }: Household,
  newId: () => string,
): [string, object][] => [
  [
    'accounts.identity',
    { person_id: owner.personId, issuer: 'https://id.example', subject_blind: newId(), created_at: AT },
  ],
  ['accounts.login_code', { phone_blind: 'b', purpose: 'signIn', code_mac: 'm', created_at: AT, expires_at: AT }],
  [
    'accounts.oidc_state',
    { attempt_sha256: newId(), state: 's', nonce: 'n', verifier_sealed: 'v', return_to: '/', expires_at: AT },
  ],
  ['accounts.password_try', { phone_blind: 'b', happened_at: AT }],
  [
    'accounts.mandate',
    { ...mandate, organisation_id: organisationId, agent_organisation_id: newId(), given_by_person_id: owner.personId },
  ],
  [
    'accounts.mandate',
    { ...mandate, organisation_id: newId(), agent_organisation_id: organisationId, given_by_person_id: owner.personId },
  ],
  [
    'accounts.mandate',
    { ...mandate, person_id: owner.personId, agent_person_id: viewer.personId, given_by_person_id: owner.personId },
  ],
  ['ledger.verification', { verified_at: AT, entries: 1, batches: 1, unsealed: 0, problems: 0 }],
  ...ofImport(officer.personId, newId()),
  ...ofOutcomes({ organisation_id: organisationId, district, case_id: newId() }, newId),
  [
    'registry.remark',
    {
      organisation_id: organisationId,
      kind: 'corrected',
      detail: {},
      reason: '示例',
      made_at: AT,
      made_by: officer.personId,
    },
  ],
]

/** Rows of which a city has one, or few. */
const ofCity = (factId: string, licenceId: string): [string, object][] => [
  ['city.demo', { id: undefined, seed: 1, agencies: 1, employers: 1, made_at: AT }],
  [
    'ledger.batch',
    {
      id: undefined,
      number: 1,
      first_seq: 1,
      last_seq: 1,
      seqs: '1',
      entries: 1,
      previous_hash: HASH,
      hash: HASH,
      sealed_at: AT,
    },
  ],
  ['registry.licence_notice', { licence_id: licenceId, days: 60, sent_at: AT }],
  ['registry.standing_withdrawal', { id: factId, withdrawn_at: AT, reason: '示例' }],
]

/** Puts rows of each household and city into every table that the world leaves empty. */
export async function fillEmptyTables(app: TestApp, world: World): Promise<void> {
  const { here, otherDistrict, otherCity } = world
  for (const household of [here, otherDistrict, otherCity])
    await insertRows(app, household.city, ofHousehold(household, app.clock.newId))
  for (const { city } of [here, otherCity]) {
    const oneOf = (table: string) =>
      app.services.database.asOwner(async (connection) => {
        const { rows } = await connection.query(`select id from ${table} where city = $1 limit 1`, [city])
        return rows[0]!['id'] as string
      })
    await insertRows(app, city, ofCity(await oneOf('registry.standing_fact'), await oneOf('registry.licence')))
    await insertRows(app, city, marketRowsOfCity)
  }
}
