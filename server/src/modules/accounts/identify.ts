import { platformFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, anonymous, type Credentials, type Identify, type Sessions } from '../../platform/http/index.ts'
import { MINUTE } from './rules.ts'
import { type Agency, agenciesFor, mandatesBetween } from './store/mandates.ts'
import { hashToken } from './tokens.ts'
import { type Desk, tables } from './tables.ts'

type Glance = Pick<Desk, 'tx' | 'city' | 'now'>

/** Session, person, officer and own membership in one query. */
const findSession = (tx: Tx, { token, city, organisationId, now }: Credentials) =>
  tables(tx)
    .selectFrom('accounts.session as session')
    .innerJoin('accounts.person as person', (join) =>
      join.onRef('person.city', '=', 'session.city').onRef('person.id', '=', 'session.personId'),
    )
    .leftJoin('accounts.officer as officer', (join) =>
      join.onRef('officer.city', '=', 'session.city').onRef('officer.personId', '=', 'session.personId'),
    )
    .leftJoin('accounts.member as member', (join) =>
      join
        .onRef('member.city', '=', 'session.city')
        .onRef('member.personId', '=', 'session.personId')
        .on('member.organisationId', '=', organisationId),
    )
    .select([
      'session.id',
      'session.personId',
      'session.confirmedAt',
      'session.seenAt',
      'officer.id as officerId',
      'officer.district',
      'officer.administrator',
      'member.role',
      sql<boolean>`current_setting('transaction_read_only') = 'off'`.as('isWriting'),
    ])
    .where('session.city', '=', city)
    .where('session.tokenSha256', '=', hashToken(token))
    .where('session.endedAt', 'is', null)
    .where('session.expiresAt', '>', now)
    .where('person.erasedAt', 'is', null)
    .executeTakeFirst()

/** The person of a session in force, as a limit counts: nothing else is read. */
export const personOf: Sessions['personOf'] = async (tx, { token, city, now }) => {
  const session = await tables(tx)
    .selectFrom('accounts.session')
    .select('personId')
    .where('city', '=', city)
    .where('tokenSha256', '=', hashToken(token))
    .where('endedAt', 'is', null)
    .where('expiresAt', '>', now)
    .executeTakeFirst()
  return session?.personId ?? null
}

const SEEN_AGAIN = 10 * MINUTE

/** Notes that a device is in use; reads cannot write, and every few minutes is enough. */
async function see({ tx, city, now }: Glance, session: { id: string; seenAt: Date; isWriting: boolean }) {
  if (!session.isWriting || now().getTime() - session.seenAt.getTime() < SEEN_AGAIN) return
  await tables(tx)
    .updateTable('accounts.session')
    .set({ seenAt: now() })
    .where('city', '=', city)
    .where('id', '=', session.id)
    .execute()
}

/** Whether an organisation may act for others now; the module that keeps the register says. In scope `system`. */
export type MayAct = (tx: Tx, city: string, organisationId: string, now: Date) => Promise<boolean>

type Acting = Pick<Actor, 'membership' | 'purposes'>
const NOBODY: Acting = { membership: null, purposes: null }

/**
 * What the agencies of a person may do for the organisation of the path. Of several the first counts whose mandates
 * cover the route; where none does, the first, and the rule of access refuses it.
 * @throws platform.agentBarred where no agency that the mandates cover has standing
 */
async function throughAgency(
  { tx, city, organisationId, mandate, now }: Credentials & { tx: Tx },
  personId: string,
  mayAct: MayAct,
): Promise<Acting> {
  if (!organisationId || !mandate) return NOBODY
  const agencies = await agenciesFor({ tx, city, now: () => now }, personId, organisationId)
  const as = ({ agentId, purposes }: Agency): Acting => ({
    membership: { organisationId, role: 'recruiter', throughOrganisationId: agentId },
    purposes,
  })
  const covering = agencies.filter(({ purposes }) => mandate === 'any' || purposes.includes(mandate))
  for (const agency of covering) if (await mayAct(tx, city, agency.agentId, now)) return as(agency)
  if (covering.length > 0) throw new AppError(platformFailures.agentBarred)
  return agencies[0] ? as(agencies[0]) : NOBODY
}

/**
 * Who asks. An unknown, ended or expired session is nobody. Who acts for somebody else, a helper or an agency, has the
 * rights that the mandates name and none of the own.
 * @throws platform.accessDenied to a helper without a valid mandate, platform.agentBarred to an agency without standing
 */
export const identifyBy =
  (mayAct: MayAct): Identify =>
  async (tx, credentials) => {
    const { city, organisationId, forPersonId } = credentials
    const session = await findSession(tx, credentials)
    if (!session) return anonymous
    const desk: Glance = { tx, city, now: () => credentials.now }
    await see(desk, session)
    const { personId, role, district, administrator, officerId } = session
    const actor = { ...anonymous, personId, sessionId: session.id }
    if (forPersonId) {
      const mandates = await mandatesBetween(desk, forPersonId, personId)
      if (!mandates.length) throw new AppError(platformFailures.accessDenied)
      return { ...actor, forPersonId, purposes: [...new Set(mandates.flatMap(({ purposes }) => purposes))] }
    }
    const officer = officerId && {
      district,
      administrator: administrator === true,
      confirmed: session.confirmedAt !== null,
    }
    const acting: Acting =
      role && organisationId
        ? { membership: { organisationId, role, throughOrganisationId: null }, purposes: null }
        : await throughAgency({ ...credentials, tx }, personId, mayAct)
    return { ...actor, officer: officer || null, ...acting }
  }
