import { dayOf } from '../../platform/clock.ts'
import type { KnownRecord, KnownRecords, RecordReading, RecordSource } from '../../platform/records.ts'
import { standings } from './standing/standing.ts'
import type { OrganisationTable, RegistryTables } from './tables.ts'
import type { Selectable } from 'kysely'

type Row = Selectable<OrganisationTable>
type Read = (row: Row) => KnownRecord | undefined
type ReadMany = (reading: RecordReading, ids: readonly string[]) => Promise<Map<string, KnownRecords>>

const said = (value: KnownRecord['value'] | null, on: string): KnownRecord | undefined =>
  value === null || value === '' ? undefined : { value, on }

/** Since when it is known to be so: the day of the verification, before it that of registering. */
const since = (row: Row): string => row.verifiedOn ?? dayOf(row.createdAt)

/**
 * What a body is by its credit code (GB 32100-2015): its first character names the department that registers, the
 * second the kind. Undefined where a policy's words for it are not these.
 */
function kindBy(creditCode: string): string {
  if (creditCode.startsWith('91')) return '企业'
  if (creditCode.startsWith('92')) return '个体工商户'
  // Registered by civil affairs: associations, foundations, private non-enterprise units.
  return creditCode.startsWith('5') ? '社会组织' : '其他'
}

const OWN: Readonly<Record<string, Read>> = {
  'registry.name': (row) => said(row.name, since(row)),
  'registry.creditCode': (row) => said(row.creditCode, since(row)),
  'registry.district': (row) => said(true, since(row)),
  'registry.seat': (row) => said(row.district, since(row)),
  'registry.address': (row) => said(row.address, since(row)),
  'registry.kind': (row) => said(kindBy(row.creditCode), since(row)),
  'registry.legalPerson': (row) => said(row.legalRepresentative, since(row)),
  'registry.foundedOn': (row) => said(row.foundedOn, since(row)),
  'registry.registeredOn': (row) => said(row.foundedOn, since(row)),
}

type Papers = Pick<
  Selectable<RegistryTables['registry.licence']>,
  'organisationId' | 'kind' | 'number' | 'validFrom' | 'validUntil'
>

/** Papers in force, the one that lasts longest first. */
const papersOf = ({ tx, city, today }: RecordReading, ids: readonly string[]): Promise<Papers[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.licence')
    .select(['organisationId', 'kind', 'number', 'validFrom', 'validUntil'])
    .where('city', '=', city)
    .where('organisationId', 'in', [...ids])
    .where('status', '=', 'confirmed')
    .where('kind', 'in', ['licence', 'filing'])
    .where('validFrom', '<=', today)
    .where((row) => row.or([row('validUntil', 'is', null), row('validUntil', '>=', today)]))
    .orderBy('validUntil', 'desc')
    .orderBy('id')
    .execute()

async function paperRecords(reading: RecordReading, ids: readonly string[]): Promise<Map<string, KnownRecords>> {
  const found = new Map<string, Record<string, KnownRecord | undefined>>()
  for (const { organisationId, kind, number, validFrom, validUntil } of await papersOf(reading, ids)) {
    const known = found.get(organisationId) ?? {}
    known['registry.permit'] ??= said(number, validFrom)
    if (kind === 'licence') {
      known['registry.licenceNumber'] ??= said(number, validFrom)
      known['registry.licenceEndsOn'] ??= said(validUntil, validFrom)
    }
    found.set(organisationId, known)
  }
  return found
}

/** How many work for an agency now, and how many of them have a certificate. */
async function staffRecords(
  { tx, city, today }: RecordReading,
  ids: readonly string[],
): Promise<Map<string, KnownRecords>> {
  const rows = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.practitioner')
    .select('organisationId')
    .select(({ fn }) => [fn.countAll<number>().as('all'), fn.count<number>('certificateNumber').as('certified')])
    .where('city', '=', city)
    .where('organisationId', 'in', [...ids])
    .where('fromOn', '<=', today)
    .where((row) => row.or([row('untilOn', 'is', null), row('untilOn', '>=', today)]))
    .groupBy('organisationId')
    .execute()
  return new Map(
    rows.map(({ organisationId, all, certified }) => [
      organisationId,
      {
        'registry.practitioners': said(Number(all), today),
        'registry.staffQualified': said(Number(certified), today),
      },
    ]),
  )
}

async function branchRecords(
  { tx, city, today }: RecordReading,
  ids: readonly string[],
): Promise<Map<string, KnownRecords>> {
  const rows = await tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select('branchOfId')
    .select(({ fn }) => fn.countAll<number>().as('branches'))
    .where('city', '=', city)
    .where('branchOfId', 'in', [...ids])
    .where('closedOn', 'is', null)
    .groupBy('branchOfId')
    .execute()
  const counted = new Map(rows.map(({ branchOfId, branches }) => [branchOfId!, Number(branches)]))
  return new Map(ids.map((id) => [id, { 'registry.branches': said(counted.get(id) ?? 0, today) }]))
}

async function standingRecords(reading: RecordReading, ids: readonly string[]): Promise<Map<string, KnownRecords>> {
  const { tx, city, today } = reading
  const known = await standings(tx, city, ids, today)
  return new Map([...known].map(([id, { may }]) => [id, { 'registry.standing': said(may, today) }]))
}

const rowsOf = ({ tx, city }: RecordReading, ids: readonly string[]): Promise<Row[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('id', 'in', [...ids])
    .execute()

/** Names that take a query of their own. */
const MORE: readonly [names: readonly string[], read: ReadMany][] = [
  [['registry.standing'], standingRecords],
  [['registry.permit', 'registry.licenceNumber', 'registry.licenceEndsOn'], paperRecords],
  [['registry.practitioners', 'registry.staffQualified'], staffRecords],
  [['registry.branches'], branchRecords],
]

/**
 * What the register knows of organisations, for policies and cases. The size of a firm in the words of policies needs
 * its accounts and is stated by others.
 */
export const registryRecords: RecordSource = {
  names: { person: [], organisation: [...Object.keys(OWN), ...MORE.flatMap(([names]) => names)] },
  async read(reading, _, ids, names) {
    if (ids.length === 0) return new Map()
    const found = new Map<string, Record<string, KnownRecord | undefined>>()
    const add = (id: string, records: KnownRecords) => {
      const wanted = Object.entries(records).filter(([name]) => names.has(name))
      found.set(id, { ...found.get(id), ...Object.fromEntries(wanted) })
    }
    const own = Object.entries(OWN).filter(([name]) => names.has(name))
    if (own.length > 0)
      for (const row of await rowsOf(reading, ids))
        add(row.id, Object.fromEntries(own.map(([name, read]) => [name, read(row)])))
    for (const [asked, read] of MORE)
      if (asked.some((name) => names.has(name))) for (const [id, records] of await read(reading, ids)) add(id, records)
    return found
  },
}
