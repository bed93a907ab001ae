import { inventCreditCode } from '../../src/demo/credit-code.ts'
import type { Connection, Database } from '../../src/platform/database/index.ts'
import type { Known } from './calls.ts'
import { ODD_CURSORS } from './odd.ts'

/** The column behind each name that a path or body may carry. */
const COLUMNS: Record<string, readonly [table: string, column: string]> = {
  consentId: ['accounts.consent', 'id'],
  invitationId: ['accounts.invitation', 'id'],
  mandateId: ['accounts.mandate', 'id'],
  memberId: ['accounts.member', 'id'],
  officerId: ['accounts.officer', 'id'],
  personId: ['accounts.session', 'person_id'],
  sessionId: ['accounts.session', 'id'],
  licenceId: ['registry.licence', 'id'],
  practitionerId: ['registry.practitioner', 'id'],
  verificationId: ['registry.verification', 'id'],
  importId: ['registry.import', 'id'],
  entryId: ['ledger.entry', 'id'],
  kind: ['ledger.entry', 'kind'],
  fileId: ['platform.file', 'id'],
  certificateNumber: ['registry.practitioner', 'certificate_number'],
  number: ['registry.licence', 'number'],
  creditCode: ['registry.organisation', 'credit_code'],
  jobId: ['jobs.job', 'id'],
  into: ['jobs.job', 'id'],
  contentHash: ['jobs.job', 'content_hash'],
  searchId: ['jobs.saved_search', 'id'],
  talentId: ['talents.talent', 'id'],
  processId: ['hiring.process', 'id'],
  slotId: ['hiring.slot', 'id'],
}
/** Few, so that the values of one call belong together often enough. */
const MOST = 12

/** Organisations with a member who is signed in, then some others. */
const ORGANISATIONS = `
  select organisation.id as value from registry.organisation
  order by (select count(*) from accounts.member join accounts.session using (city, person_id)
    where member.organisation_id = organisation.id) desc, organisation.id limit 6`

async function valuesOf(connection: Connection, statement: string): Promise<unknown[]> {
  const { rows } = await connection.query(statement, [])
  return rows.map(({ value }) => value)
}

/** Values of a column, those of the given organisations first where rows belong to organisations. */
async function columnValues(
  connection: Connection,
  [table, column]: readonly [string, string],
  owners: string,
): Promise<unknown[]> {
  const { rows } = await connection.query(
    `select from information_schema.columns where table_schema || '.' || table_name = $1 and column_name = 'organisation_id'`,
    [table],
  )
  const order = rows.length ? `(organisation_id in (${owners})) desc nulls last, ${column}` : column
  return valuesOf(connection, `select ${column} as value from ${table} order by ${order} limit ${MOST}`)
}

/** What fields of calls are filled with so that they lead somewhere: ids and numbers that exist, versions, cursors. */
export async function knownValues(database: Database, phones: readonly string[]): Promise<Known> {
  return database.asOwner(async (connection) => {
    const organisations = await valuesOf(connection, ORGANISATIONS)
    const owners = organisations.map((id) => `'${String(id)}'`).join(', ')
    const known: Record<string, unknown[]> = { organisationId: organisations, agentId: organisations }
    for (const [name, column] of Object.entries(COLUMNS)) known[name] = await columnValues(connection, column, owners)
    const files = known['fileId']!
    return {
      ...known,
      parentId: [null, ...organisations],
      helperId: [...known['invitationId']!, ...known['mandateId']!],
      documentId: [null, ...files],
      documents: files.map((file) => [file]),
      creditCode: [...known['creditCode']!, inventCreditCode('91', '370202', 9_000_077), '91370202MA3TESTX00'],
      kind: ['agency', 'employer', 'licence', 'filing', ...known['kind']!.slice(0, 2)],
      verified: ['true', 'false'],
      recipient: ['bureau', 'platform', ...organisations],
      district: ['370202', '370203', '370211', '371102', null],
      phone: phones,
      version: [1, 1, 1, 2],
      limit: [1, 2, 50],
      cursor: ODD_CURSORS,
      code: ['000000'],
      industry: ['L7262', 'I', null],
      place: ['370200', '370202', '370211', '000000', '370211001'],
      occupation: ['6-30-05-01', '4', null],
      title: ['叉车司机', '保安', 'CNC编程工程师'],
      q: ['叉车 三千 包住 黄岛', 'chache', '青岛', 'qingdao', 'qd', '%', '_', "'", '\\', '有限公司', 'ü'],
    }
  })
}
