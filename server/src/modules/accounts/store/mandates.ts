import type { MandatePurpose } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { type AccountsTables, type Desk, tables } from '../tables.ts'
import type { ExpressionBuilder, Selectable } from 'kysely'

/** What reading needs. */
type Glance = Pick<Desk, 'tx' | 'city' | 'now'>
export type MandateRow = Selectable<AccountsTables['accounts.mandate']>
export type GivenMandate = MandateRow & { givenBy: string; answeredBy: string | null }

type Parties = { organisationId: string; agentOrganisationId: string } | { personId: string; agentPersonId: string }

/** What the agent has taken and nobody has ended. */
const inForce = (row: ExpressionBuilder<{ mandate: AccountsTables['accounts.mandate'] }, 'mandate'>) =>
  row.and([
    row('mandate.acceptedAt', 'is not', null),
    row('mandate.declinedAt', 'is', null),
    row('mandate.withdrawnAt', 'is', null),
  ])

/** In force today. */
const valid = ({ tx, city, now }: Glance) =>
  tables(tx)
    .selectFrom('accounts.mandate as mandate')
    .where('mandate.city', '=', city)
    .where(inForce)
    .where('mandate.fromDay', '<=', dayOf(now()))
    .where('mandate.untilDay', '>=', dayOf(now()))

export async function insertMandate(
  { tx, city, newId, now }: Desk,
  parties: Parties,
  terms: { purposes: MandatePurpose[]; fromDay: string; untilDay: string; givenByPersonId: string },
  acceptedByPersonId: string | null,
): Promise<MandateRow> {
  return tables(tx)
    .insertInto('accounts.mandate')
    .values({
      city,
      id: newId(),
      ...parties,
      ...terms,
      createdAt: now(),
      acceptedByPersonId,
      acceptedAt: acceptedByPersonId === null ? null : now(),
    })
    .returningAll()
    .executeTakeFirstOrThrow()
}

/** Mandates an organisation gave or received, newest first, with who gave and who answered them. Scope `system`. */
export const mandatesOf = ({ tx, city }: Glance, organisationId: string): Promise<GivenMandate[]> =>
  tables(tx)
    .selectFrom('accounts.mandate as mandate')
    .innerJoin('accounts.person as giver', (join) =>
      join.onRef('giver.city', '=', 'mandate.city').onRef('giver.id', '=', 'mandate.givenByPersonId'),
    )
    .leftJoin('accounts.person as answerer', (join) =>
      join
        .onRef('answerer.city', '=', 'mandate.city')
        .on((on) => on('answerer.id', '=', on.fn.coalesce('mandate.declinedByPersonId', 'mandate.acceptedByPersonId'))),
    )
    .selectAll('mandate')
    .select(['giver.name as givenBy', 'answerer.name as answeredBy'])
    .where('mandate.city', '=', city)
    .where((row) =>
      row.or([row('mandate.organisationId', '=', organisationId), row('agentOrganisationId', '=', organisationId)]),
    )
    .orderBy('mandate.createdAt', 'desc')
    .orderBy('mandate.id', 'desc')
    .execute()

export const helpersOf = ({ tx, city }: Glance, personId: string): Promise<MandateRow[]> =>
  tables(tx)
    .selectFrom('accounts.mandate')
    .selectAll()
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('createdAt', 'desc')
    .orderBy('id', 'desc')
    .execute()

/** Valid mandates by which a helper acts for people, with their names. */
export const helpedBy = (desk: Glance, agentPersonId: string) =>
  valid(desk)
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
    .where('mandate.agentPersonId', '=', agentPersonId)
    .orderBy('person.nameKey')
    .orderBy('mandate.id')
    .execute()

/** The valid mandates from one person to a helper. */
export const mandatesBetween = (desk: Glance, personId: string, agentPersonId: string): Promise<MandateRow[]> =>
  valid(desk).selectAll('mandate').where('personId', '=', personId).where('agentPersonId', '=', agentPersonId).execute()

/** An agency of a person, and all that its valid mandates from one client name together. */
export interface Agency {
  organisationId: string
  agentId: string
  purposes: MandatePurpose[]
}

/** Through which agencies a person may act for organisations, or for one; those with the oldest mandate first. */
export async function agenciesFor(desk: Glance, personId: string, organisationId: string | null): Promise<Agency[]> {
  const mandates = await valid(desk)
    .innerJoin('accounts.member as member', (join) =>
      join.onRef('member.city', '=', 'mandate.city').onRef('member.organisationId', '=', 'mandate.agentOrganisationId'),
    )
    .select(['mandate.organisationId', 'mandate.agentOrganisationId', 'mandate.purposes'])
    .where('member.personId', '=', personId)
    .where('member.role', 'in', ['recruiter', 'owner'])
    .$if(organisationId !== null, (query) => query.where('mandate.organisationId', '=', organisationId))
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

/** Withdraws a mandate that the organisation or person gave; undefined where there is none. */
export async function endMandate(
  { tx, city, now }: Desk,
  id: string,
  giver: { organisationId: string } | { personId: string },
  withdrawnByPersonId: string,
): Promise<MandateRow | undefined> {
  const [column, value] =
    'personId' in giver ? (['personId', giver.personId] as const) : (['organisationId', giver.organisationId] as const)
  return tables(tx)
    .updateTable('accounts.mandate')
    .set({ withdrawnAt: now(), withdrawnByPersonId })
    .where('city', '=', city)
    .where('id', '=', id)
    .where(column, '=', value)
    .where('declinedAt', 'is', null)
    .where('withdrawnAt', 'is', null)
    .returningAll()
    .executeTakeFirst()
}

/** A mandate that an agency was given, held until this transaction ends: two owners may answer at once. */
export const findReceived = ({ tx, city }: Glance, id: string, agentOrganisationId: string) =>
  tables(tx)
    .selectFrom('accounts.mandate')
    .selectAll()
    .where('city', '=', city)
    .where('id', '=', id)
    .where('agentOrganisationId', '=', agentOrganisationId)
    .forUpdate()
    .executeTakeFirst()

/** Writes down what the agent answers. */
export async function answerMandate(
  { tx, city, now }: Desk,
  id: string,
  answer: 'accepted' | 'declined',
  personId: string,
): Promise<void> {
  const values =
    answer === 'accepted'
      ? { acceptedAt: now(), acceptedByPersonId: personId }
      : { declinedAt: now(), declinedByPersonId: personId }
  await tables(tx).updateTable('accounts.mandate').set(values).where('city', '=', city).where('id', '=', id).execute()
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
  const rows = await tables(desk.tx)
    .selectFrom('accounts.mandate as mandate')
    .select(['purposes', 'fromDay', 'untilDay'])
    .where('mandate.city', '=', desk.city)
    .where('organisationId', '=', organisationId)
    .where('agentOrganisationId', '=', agentOrganisationId)
    .where(inForce)
    .orderBy('fromDay')
    .execute()
  let until: string | null = null
  for (const { purposes, fromDay, untilDay } of rows) {
    const begins = until === null ? dayOf(desk.now()) : dayAfter(until)
    if (purposes.includes(purpose) && fromDay <= begins && untilDay >= begins) until = untilDay
  }
  return until
}

/** Mandates taken and not ended that name a person or an organisation as agent, of whatever days. Scope `system`. */
export const mandatesTo = (
  { tx, city }: Pick<Glance, 'tx' | 'city'>,
  agent: { personId: string } | { organisationId: string },
): Promise<MandateRow[]> =>
  tables(tx)
    .selectFrom('accounts.mandate as mandate')
    .selectAll('mandate')
    .where('mandate.city', '=', city)
    .where(inForce)
    .where(
      'personId' in agent ? 'mandate.agentPersonId' : 'mandate.agentOrganisationId',
      '=',
      'personId' in agent ? agent.personId : agent.organisationId,
    )
    .orderBy('mandate.id')
    .execute()

/** Organisations whose mandates to an agency name a purpose today. Scope `system`. */
export async function clientsOf(desk: Glance, agentOrganisationId: string, purpose: MandatePurpose): Promise<string[]> {
  const rows = await valid(desk)
    .select(['mandate.organisationId', 'mandate.purposes'])
    .where('mandate.agentOrganisationId', '=', agentOrganisationId)
    .execute()
  return [...new Set(rows.flatMap((row) => (row.purposes.includes(purpose) ? (row.organisationId ?? []) : [])))]
}

const DAY = 86_400_000
const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
