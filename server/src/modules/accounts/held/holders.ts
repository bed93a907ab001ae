import { removeBytes } from '../../../platform/files/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { PlatformTables } from '../../../platform/tables.ts'
import { HeldBytes, type HeldTable, type Holder, type Sections, sectionsOf } from './holdings.ts'
import { eraseAccount } from '../store/erasure.ts'
import { findPerson } from '../store/people.ts'

const ACCOUNTS: readonly HeldTable[] = [
  {
    table: 'accounts.session',
    people: ['personId'],
    columns: ['id', 'userAgent', 'createdAt', 'seenAt', 'expiresAt', 'endedAt'],
  },
  { table: 'accounts.identity', people: ['personId'], columns: ['id', 'issuer', 'createdAt'] },
  { table: 'accounts.officer', people: ['personId'], columns: ['id', 'district', 'administrator', 'createdAt'] },
  {
    table: 'accounts.member',
    people: ['personId', 'addedByPersonId'],
    columns: ['id', 'organisationId', 'personId', 'role', 'addedByPersonId', 'createdAt'],
  },
  {
    table: 'accounts.invitation',
    people: ['personId', 'invitedByPersonId', 'acceptedByPersonId'],
    columns: [
      'id',
      'organisationId',
      'role',
      'personId',
      'purposes',
      'untilDay',
      'createdAt',
      'acceptedAt',
      'withdrawnAt',
    ],
  },
  {
    table: 'accounts.mandate',
    people: [
      'personId',
      'agentPersonId',
      'givenByPersonId',
      'acceptedByPersonId',
      'declinedByPersonId',
      'withdrawnByPersonId',
    ],
    columns: [
      'id',
      'organisationId',
      'agentOrganisationId',
      'personId',
      'agentPersonId',
      'purposes',
      'fromDay',
      'untilDay',
      'createdAt',
      'acceptedAt',
      'declinedAt',
      'withdrawnAt',
    ],
  },
  {
    table: 'accounts.consent',
    people: ['personId'],
    columns: ['id', 'purpose', 'recipient', 'textVersion', 'givenAt', 'withdrawnAt', 'recordedByPersonId'],
  },
  {
    table: 'accounts.unmasking',
    people: ['personId', 'byPersonId'],
    columns: ['id', 'personId', 'byPersonId', 'byOfficer', 'field', 'reason', 'happenedAt'],
  },
]

/** The record itself, in clear: it is handed to the person it is about. */
async function personHeld(context: Context, personId: string): Promise<Sections> {
  const person = await findPerson(context, personId)
  if (!person) return { 'accounts.person': [] }
  const open = (sealed: string | null) => sealed && context.secrets.open(sealed)
  const { id, name, createdAt, documentSeenAt, phoneSealed, emailSealed, residentIdSealed, passwordHash } = person
  const fields = { phone: open(phoneSealed), email: open(emailSealed), residentId: open(residentIdSealed) }
  return { 'accounts.person': [{ id, name, ...fields, hasPassword: passwordHash !== null, createdAt, documentSeenAt }] }
}

export const accountsHolder: Holder = {
  module: 'accounts',
  export: async (context, personId) => ({
    ...(await personHeld(context, personId)),
    ...(await sectionsOf(context, ACCOUNTS, personId)),
  }),
  async erase(context, personId) {
    // While the account still knows the phone: messages on their way to it or by mail are not sent, sent ones forgotten.
    const person = await findPerson(context, personId)
    if (person?.phoneBlind) await context.jobs.forget(context.tx, person.phoneBlind)
    await context.jobs.forget(context.tx, personId)
    await eraseAccount(context, personId)
  },
}

const TRACE: HeldTable = {
  table: 'platform.trace',
  people: ['personId', 'forPersonId'],
  columns: [
    'id',
    'happenedAt',
    'route',
    'personId',
    'organisationId',
    'throughOrganisationId',
    'forPersonId',
    'requestId',
  ],
}

const filesOf = ({ tx, city }: Context, personId: string) =>
  tx
    .withTables<PlatformTables>()
    .selectFrom('platform.file')
    .select(['id', 'name', 'type', 'size', 'sha256', 'organisationId', 'createdAt'])
    .where('city', '=', city)
    .where('personId', '=', personId)
    .orderBy('id')
    .execute()

/** Files of the person with their bytes; of files kept for an organisation, that they were uploaded. */
async function filesHeld(context: Context, personId: string): Promise<Record<string, unknown>[]> {
  const files = await filesOf(context, personId)
  return files.map(({ sha256, ...file }) => ({
    ...file,
    ...(!file.organisationId && { base64: new HeldBytes(sha256) }),
  }))
}

/** Takes the person's own files away, their bytes once this is committed; answers kept for repeats go too. */
async function eraseFromPlatform(context: Context, personId: string): Promise<void> {
  const { tx, city, jobs } = context
  const db = tx.withTables<PlatformTables>()
  const removed = await db
    .deleteFrom('platform.file')
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('organisationId', 'is', null)
    .returning('sha256')
    .execute()
  for (const { sha256 } of removed) await removeBytes({ tx, jobs }, sha256)
  await db.deleteFrom('platform.idempotency').where('city', '=', city).where('caller', '=', personId).execute()
}

/** Answers kept for repeats, in clear: they were given to this person. */
async function answersHeld({ tx, city, secrets }: Context, personId: string): Promise<Record<string, unknown>[]> {
  const rows = await tx
    .withTables<PlatformTables>()
    .selectFrom('platform.idempotency')
    .select(['key', 'route', 'answerSealed', 'createdAt'])
    .where('city', '=', city)
    .where('caller', '=', personId)
    .orderBy('createdAt')
    .orderBy('key')
    .execute()
  return rows.map(({ answerSealed, ...row }) => ({
    ...row,
    answer: answerSealed && (JSON.parse(secrets.open(answerSealed)) as unknown),
  }))
}

/** What the platform itself keeps: who did what, files, answers kept for repeats. */
export const platformHolder: Holder = {
  module: 'platform',
  export: async (context, personId) => ({
    ...(await sectionsOf(context, [TRACE], personId)),
    'platform.file': await filesHeld(context, personId),
    'platform.idempotency': await answersHeld(context, personId),
  }),
  erase: eraseFromPlatform,
}
