import type { MandatePurpose } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import { sql } from 'kysely'
import type { Tx } from '../../platform/database/index.ts'
import { AppError } from '../../platform/errors.ts'
import { type Actor, anonymous, type Context, type Credentials } from '../../platform/http/index.ts'
import { MINUTE } from './rules.ts'
import { agenciesFor, mandatesBetween, mandatesToAgency } from './store/mandates.ts'
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

async function throughAgency(desk: Glance, personId: string, organisationId: string): Promise<Actor['membership']> {
  const agency = (await agenciesFor(desk, personId, organisationId))[0]?.agentOrganisationId
  return agency ? { organisationId, role: 'recruiter', throughOrganisationId: agency } : null
}

/**
 * Who asks. An unknown, ended or expired session is nobody. A helper has the rights of the person helped and none of
 * the helper's own.
 * @throws platform.accessDenied to a helper without a valid mandate
 */
export async function identify(tx: Tx, credentials: Credentials): Promise<Actor> {
  const { city, organisationId, forPersonId } = credentials
  const session = await findSession(tx, credentials)
  if (!session) return anonymous
  const desk: Glance = { tx, city, now: () => credentials.now }
  await see(desk, session)
  const { personId, role, district, administrator, officerId } = session
  const actor = { ...anonymous, personId, sessionId: session.id }
  if (forPersonId) {
    if (!(await mandatesBetween(desk, forPersonId, personId)).length) throw new AppError(platformFailures.accessDenied)
    return { ...actor, forPersonId }
  }
  const officer = officerId && {
    district,
    administrator: administrator === true,
    confirmed: session.confirmedAt !== null,
  }
  const own = role && organisationId ? { organisationId, role, throughOrganisationId: null } : null
  const membership = own ?? (organisationId ? await throughAgency(desk, personId, organisationId) : null)
  return { ...actor, officer: officer || null, membership }
}

/**
 * Whether what the caller does for somebody else is covered by a mandate for `purpose`; true where nobody acts for
 * anybody. A mandate is not the helper's to read, so it is looked up in scope `system`.
 */
export async function isCovered(context: Context, purpose: MandatePurpose): Promise<boolean> {
  const { personId, forPersonId, membership } = context.actor
  const through = membership?.throughOrganisationId
  if (!personId || (!forPersonId && !through)) return true
  const mandates = await context.asSystem(() =>
    forPersonId
      ? mandatesBetween(context, forPersonId, personId)
      : mandatesToAgency(context, membership!.organisationId, through!),
  )
  return mandates.some(({ purposes }) => purposes.includes(purpose))
}
