import { sql } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import type { LicenceRow } from './licences.ts'
import type { OrganisationRow } from './organisations.ts'
import type { RegistryTables } from '../tables.ts'

/**
 * Writing many rows at once: each statement takes its rows as one JSON value, so a thousand rows cost one statement and
 * one parameter.
 */
const rowsOf = (rows: readonly object[]) => sql`${JSON.stringify(rows)}::jsonb`

export const organisationsByCode = (tx: Tx, city: string, codes: readonly string[]): Promise<OrganisationRow[]> =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .selectAll()
    .where('city', '=', city)
    .where('creditCode', 'in', codes)
    .execute()

/** Holds the organisations the caller may change until the transaction ends. */
export const holdByCode = (tx: Tx, city: string, codes: readonly string[]) =>
  tx
    .withTables<RegistryTables>()
    .selectFrom('registry.organisation')
    .select('id')
    .where('city', '=', city)
    .where('creditCode', 'in', codes)
    .orderBy('id')
    .forUpdate()
    .execute()

/** Ids of those written; a code that another district holds is left out. */
export async function insertOrganisations(tx: Tx, rows: readonly object[]): Promise<Set<string>> {
  if (rows.length === 0) return new Set()
  const { rows: written } = await sql<{ id: string }>`
    insert into registry.organisation (city, id, kind, name, name_key, search_text, credit_code, district, address,
      industry, business_types, founded_on, contact_name, phone_sealed, legal_representative, verified_on, created_at,
      created_by)
    select city, id, kind, name, name_key, search_text, credit_code, district, address, industry, business_types,
      founded_on, contact_name, phone_sealed, legal_representative, verified_on, created_at, created_by
    from jsonb_to_recordset(${rowsOf(rows)}) as row(city text, id uuid, kind text, name text, name_key text,
      search_text text, credit_code text, district text, address text, industry text, business_types text[],
      founded_on date, contact_name text, phone_sealed text, legal_representative text, verified_on date,
      created_at timestamptz, created_by uuid)
    on conflict (city, credit_code) do nothing
    returning id`.execute(tx)
  return new Set(written.map(({ id }) => id))
}

export async function updateOrganisations(tx: Tx, city: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update registry.organisation as one
    set name = row.name, name_key = row.name_key, search_text = row.search_text, district = row.district,
      address = row.address, industry = row.industry, business_types = row.business_types,
      founded_on = row.founded_on, contact_name = row.contact_name, phone_sealed = row.phone_sealed,
      legal_representative = row.legal_representative, version = one.version + 1
    from jsonb_to_recordset(${rowsOf(rows)}) as row(id uuid, name text, name_key text, search_text text,
      district text, address text, industry text, business_types text[], founded_on date, contact_name text,
      phone_sealed text, legal_representative text)
    where one.city = ${city} and one.id = row.id`.execute(tx)
}

export async function insertLicences(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into registry.licence (city, id, organisation_id, district, kind, number, covers, issued_by, valid_from,
      valid_until, status, proposed_at, proposed_by, decided_at, decided_by)
    select city, id, organisation_id, district, kind, number, covers, issued_by, valid_from, valid_until, 'confirmed',
      at, "by", at, "by"
    from jsonb_to_recordset(${rowsOf(rows)}) as row(city text, id uuid, organisation_id uuid, district text, kind text,
      number text, covers text[], issued_by text, valid_from date, valid_until date, at timestamptz, "by" uuid)`.execute(
    tx,
  )
}

export async function reviseLicences(tx: Tx, city: string, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    update registry.licence as one
    set covers = row.covers, issued_by = row.issued_by, valid_until = row.valid_until, version = one.version + 1
    from jsonb_to_recordset(${rowsOf(rows)}) as row(id uuid, covers text[], issued_by text, valid_until date)
    where one.city = ${city} and one.id = row.id`.execute(tx)
}

export async function insertFacts(tx: Tx, rows: readonly object[]): Promise<void> {
  if (rows.length === 0) return
  await sql`
    insert into registry.standing_fact (city, id, organisation_id, kind, detail, from_on, until_on, recorded_at,
      recorded_by, source, source_id)
    select city, id, organisation_id, kind, detail, from_on, until_on, recorded_at, recorded_by, source, source_id
    from jsonb_to_recordset(${rowsOf(rows)}) as row(city text, id uuid, organisation_id uuid, kind text, detail jsonb,
      from_on date, until_on date, recorded_at timestamptz, recorded_by uuid, source text, source_id text)`.execute(tx)
}

/** Confirmed papers of these numbers, whoever holds them. */
export const confirmedByNumber = (tx: Tx, city: string, numbers: readonly string[]): Promise<LicenceRow[]> =>
  numbers.length === 0
    ? Promise.resolve([])
    : tx
        .withTables<RegistryTables>()
        .selectFrom('registry.licence')
        .selectAll()
        .where('city', '=', city)
        .where('status', '=', 'confirmed')
        .where('number', 'in', numbers)
        .execute()
