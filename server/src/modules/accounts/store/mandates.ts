import type { MandatePurpose } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { type AccountsTables, type Desk, tables } from '../tables.ts'
import type { Selectable } from 'kysely'

/** What reading needs. */
type Glance = Pick<Desk, 'tx' | 'city' | 'now'>
export type MandateRow = Selectable<AccountsTables['accounts.mandate']>
export type GivenMandate = MandateRow & { givenBy: string }

type Parties = { organisationId: string; agentOrganisationId: string } | { personId: string; agentPersonId: string }

const ofCity = ({ tx, city }: Glance) => tables(tx).selectFrom('accounts.mandate').selectAll().where('city', '=', city)

const valid = (desk: Glance) => {
  const today = dayOf(desk.now())
  return ofCity(desk).where('withdrawnAt', 'is', null).where('fromDay', '<=', today).where('untilDay', '>=', today)
}

export async function insertMandate(
  { tx, city, newId, now }: Desk,
  parties: Parties,
  terms: { purposes: MandatePurpose[]; fromDay: string; untilDay: string; givenByPersonId: string },
): Promise<MandateRow> {
  return tables(tx)
    .insertInto('accounts.mandate')
    .values({ city, id: newId(), ...parties, ...terms, createdAt: now() })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Mandates an organisation gave or received, newest first, with who gave them; names are read in scope `system`. */
export const mandatesOf = ({ tx, city }: Glance, organisationId: string): Promise<GivenMandate[]> =>
  tables(tx)
    .selectFrom('accounts.mandate as mandate')
    .innerJoin('accounts.person as giver', (join) =>
      join.onRef('giver.city', '=', 'mandate.city').onRef('giver.id', '=', 'mandate.givenByPersonId'),
    )
    .selectAll('mandate')
    .select('giver.name as givenBy')
    .where('mandate.city', '=', city)
    .where((row) =>
      row.or([row('mandate.organisationId', '=', organisationId), row('agentOrganisationId', '=', organisationId)]),
    )
    .orderBy('mandate.createdAt', 'desc')
    .orderBy('mandate.id', 'desc')
    .execute()

export const helpersOf = (desk: Glance, personId: string): Promise<MandateRow[]> =>
  ofCity(desk).where('personId', '=', personId).orderBy('createdAt', 'desc').orderBy('id', 'desc').execute()

/** Valid mandates by which a helper acts for people, with their names. */
export const helpedBy = (desk: Glance, agentPersonId: string) => {
  const today = dayOf(desk.now())
  return tables(desk.tx)
    .selectFrom('accounts.mandate as mandate')
    .innerJoin('accounts.person as person', (join) =>
      join.onRef('person.city', '=', 'mandate.city').onRef('person.id', '=', 'mandate.personId'),
    )
    .select([
      'mandate.id as mandateId',
      'person.id as personId',
      'person.name',
      'mandate.purposes',
      'mandate.untilDay as until',
    ])
    .where('mandate.city', '=', desk.city)
    .where('mandate.agentPersonId', '=', agentPersonId)
    .where('mandate.withdrawnAt', 'is', null)
    .where('mandate.fromDay', '<=', today)
    .where('mandate.untilDay', '>=', today)
    .orderBy('person.nameKey')
    .orderBy('mandate.id')
    .execute()
}

/** The valid mandates from one person to a helper. */
export const mandatesBetween = (desk: Glance, personId: string, agentPersonId: string): Promise<MandateRow[]> =>
  valid(desk).where('personId', '=', personId).where('agentPersonId', '=', agentPersonId).execute()

/** An agency of a person, and all that its valid mandates from one client name together. */
export interface Agency {
  organisationId: string
  agentId: string
  purposes: MandatePurpose[]
}

/** Through which agencies a person may act for organisations, or for one; those with the oldest mandate first. */
export async function agenciesFor(desk: Glance, personId: string, organisationId: string | null): Promise<Agency[]> {
  const today = dayOf(desk.now())
  const mandates = await tables(desk.tx)
    .selectFrom('accounts.mandate as mandate')
    .innerJoin('accounts.member as member', (join) =>
      join.onRef('member.city', '=', 'mandate.city').onRef('member.organisationId', '=', 'mandate.agentOrganisationId'),
    )
    .select(['mandate.organisationId', 'mandate.agentOrganisationId', 'mandate.purposes'])
    .where('mandate.city', '=', desk.city)
    .where('member.personId', '=', personId)
    .where('member.role', 'in', ['recruiter', 'owner'])
    .$if(organisationId !== null, (query) => query.where('mandate.organisationId', '=', organisationId))
    .where('mandate.withdrawnAt', 'is', null)
    .where('mandate.fromDay', '<=', today)
    .where('mandate.untilDay', '>=', today)
    .orderBy('mandate.createdAt')
    .orderBy('mandate.id')
    .execute()
  const agencies = new Map<string, Agency>()
  for (const { organisationId, agentOrganisationId: agentId, purposes } of mandates) {
    if (!organisationId || !agentId) continue
    const before = agencies.get(`${organisationId} ${agentId}`)?.purposes ?? []
    const all = [...new Set([...before, ...purposes])]
    agencies.set(`${organisationId} ${agentId}`, { organisationId, agentId, purposes: all })
  }
  return [...agencies.values()]
}

/** Withdraws a mandate that the organisation or person gave; false where there is none. */
export async function endMandate(
  { tx, city, now }: Desk,
  id: string,
  giver: { organisationId: string } | { personId: string },
  withdrawnByPersonId: string,
): Promise<boolean> {
  const [column, value] =
    'personId' in giver ? (['personId', giver.personId] as const) : (['organisationId', giver.organisationId] as const)
  const updated = await tables(tx)
    .updateTable('accounts.mandate')
    .set({ withdrawnAt: now(), withdrawnByPersonId })
    .where('city', '=', city)
    .where('id', '=', id)
    .where(column, '=', value)
    .where('withdrawnAt', 'is', null)
    .executeTakeFirst()
  return updated.numUpdatedRows === 1n
}

/**
 * Last day until which an organisation's mandates to an agency name a purpose without a gap, as known now; null where
 * none does today. Scope `system`.
 */
export async function mandatedUntil(
  desk: Glance,
  organisationId: string,
  agentOrganisationId: string,
  purpose: MandatePurpose,
): Promise<string | null> {
  const rows = await ofCity(desk)
    .where('organisationId', '=', organisationId)
    .where('agentOrganisationId', '=', agentOrganisationId)
    .where('withdrawnAt', 'is', null)
    .orderBy('fromDay')
    .execute()
  let until: string | null = null
  for (const { purposes, fromDay, untilDay } of rows) {
    const begins = until === null ? dayOf(desk.now()) : dayAfter(until)
    if (purposes.includes(purpose) && fromDay <= begins && untilDay >= begins) until = untilDay
  }
  return until
}

/** Organisations whose mandates to an agency name a purpose today. Scope `system`. */
export async function clientsOf(desk: Glance, agentOrganisationId: string, purpose: MandatePurpose): Promise<string[]> {
  const rows = await valid(desk).where('agentOrganisationId', '=', agentOrganisationId).execute()
  return [...new Set(rows.flatMap((row) => (row.purposes.includes(purpose) ? (row.organisationId ?? []) : [])))]
}

const DAY = 86_400_000
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
