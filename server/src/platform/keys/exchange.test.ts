import { afterEach, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { given } from '../../../testing/given.ts'
import { createDemo } from '../../demo/create-demo.ts'
import { findOrCreate } from '../../modules/accounts/index.ts'
import { findInvitation, insertInvitation } from '../../modules/accounts/store/invitations.ts'
import { blindPhone } from '../../modules/accounts/store/people.ts'
import { findIdentity, insertIdentity } from '../../modules/accounts/store/signing-in/identities.ts'
import type { Desk } from '../../modules/accounts/tables.ts'
import { reseal, sealing } from '../../reseal.ts'
import { servicesOver } from '../../services.ts'
import { sendLater } from '../messages/index.ts'
import type { Services } from '../services.ts'
import { formerKeys, rememberKey } from './data-keys.ts'

const CITY = '370200'
const [OLD, NEW, LATER] = ['11', '22', '33'].map((pair) => pair.repeat(32)) as [string, string, string]
const keyOf = (hex: string) => Buffer.from(hex, 'hex')

let app: TestApp
beforeEach(async () => {
  app = await startApp({ DATA_KEY: OLD })
  const { cities, database, secrets, clock } = app.services
  await rememberKey(database, secrets.keyId, clock.now())
  await createDemo(app.services, cities.get(CITY)!, { agencies: 12, employers: 12 })
})
afterEach(() => app.close())

/** The services as a process opens them with these keys, over the same database. */
async function opened(key: string, older: string[] = [], exchanging = false): Promise<Services> {
  const keys = { key: keyOf(key), older: older.map(keyOf) }
  const former = await app.services.database.asOwner((connection) => formerKeys(connection, keys, exchanging))
  const config = { ...app.services.config, DATA_KEY: key, DATA_KEY_OLD: older.join(',') || undefined }
  return servicesOver(app.pool, config, app.clock, former)
}

const ask = (statement: string, values: unknown[] = []) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)

const inSystem = <T>({ database, secrets }: Services, work: (desk: Desk) => Promise<T>) =>
  database.transaction({ kind: 'system', city: CITY }, (tx) => work({ tx, city: CITY, secrets, ...app.clock }))

/** What every sealed column says, in order. */
async function plainTexts({ secrets }: Services): Promise<Record<string, string[]>> {
  const said: Record<string, string[]> = {}
  for (const { table, sealed } of sealing.tables)
    for (const column of sealed) {
      const rows = await ask(`select ${column} as text from ${table} where ${column} is not null`)
      said[`${table}.${column}`] = rows.map(({ text }) => secrets.open(String(text))).toSorted()
    }
  return said
}

test('after an exchange everything is sealed with the new key alone, and says what it said', async () => {
  const person = await given.person(app)
  const before = await plainTexts(app.services)
  expect(before['accounts.person.phone_sealed']!.length).toBeGreaterThan(20)
  expect(before['accounts.officer.totp_sealed']!.length).toBeGreaterThan(1)
  expect(before['talents.talent.name_sealed']!.length).toBeGreaterThan(1)
  const { rows, changed } = await reseal(await opened(NEW, [OLD], true))
  expect(changed).toBeGreaterThan(20)
  expect(rows).toBeGreaterThanOrEqual(changed)
  const services = await opened(NEW)
  expect(await plainTexts(services)).toEqual(before)
  const found = await inSystem(services, (desk) => findOrCreate(desk, person.phone))
  expect(found).toEqual({ personId: person.personId, isNew: false })
  expect((await reseal(await opened(NEW, [OLD], true))).changed).toBe(0)
})

test('what can only be compared is known by the keys before: pseudonyms, subjects, invitations', async () => {
  const { personId, phone } = await given.person(app)
  const issuer = 'https://id.example'
  await inSystem(app.services, (desk) => insertIdentity(desk, personId, issuer, 'subject-1'))
  const offer = { organisationId: app.clock.newId(), role: 'viewer' as const }
  const sent = { phone, code: 'abcdefghjk', invitedByPersonId: personId }
  const { id } = await inSystem(app.services, (desk) => insertInvitation(desk, offer, sent))
  const pseudonym = app.services.secrets.pseudonym(personId)
  await reseal(await opened(NEW, [OLD], true))
  await reseal(await opened(LATER, [NEW], true))
  const services = await opened(LATER)
  expect(services.secrets.pseudonym(personId)).toBe(pseudonym)
  await inSystem(services, async (desk) => {
    expect(await findIdentity(desk, issuer, 'subject-1')).toBe(personId)
    expect(await findIdentity(desk, issuer, 'subject-2')).toBeUndefined()
    expect((await findInvitation(desk, blindPhone(desk, phone), 'abcdefghjk'))?.id).toBe(id)
    expect(await findInvitation(desk, blindPhone(desk, phone), 'abcdefghjz')).toBeUndefined()
  })
})

class Killed extends Error {}

test('an exchange broken off after any batch goes on where it was, and until it is done nothing starts', async () => {
  const before = await plainTexts(app.services)
  let runs = 0
  for (let isDone = false; !isDone; runs++) {
    let batches = 0
    try {
      await reseal(await opened(NEW, [OLD], true), () => {
        if (++batches > runs) throw new Killed()
      })
      isDone = true
    } catch (error) {
      if (!(error instanceof Killed)) throw error
      await expect(opened(NEW, [OLD])).rejects.toMatchObject({ problem: 'unfinished' })
      await expect(opened(OLD)).rejects.toMatchObject({ problem: 'other' })
    }
  }
  expect(runs).toBeGreaterThan(4)
  expect(await plainTexts(await opened(NEW))).toEqual(before)
})

test('more rows than one batch holds are all sealed anew', async () => {
  const { secrets } = app.services
  const sealed = Array.from({ length: 2300 }, (_, at) => secrets.seal(`1380000${String(at).padStart(4, '0')}`))
  await ask(
    `insert into accounts.person (city, id, name, name_key, phone_sealed, created_at)
     select '${CITY}', gen_random_uuid(), '某人', 'mouren', text, now() from unnest($1::text[]) as text`,
    [sealed],
  )
  await reseal(await opened(NEW, [OLD], true))
  const rows = await ask('select phone_sealed from accounts.person where phone_sealed is not null')
  const services = await opened(NEW)
  expect(rows.length).toBeGreaterThan(2300)
  expect(rows.filter((row) => !services.secrets.isCurrent(String(row['phone_sealed'])))).toEqual([])
})

test('a key that is not the one in use opens no database, and no exchange begins without the one in use', async () => {
  await expect(opened(NEW)).rejects.toMatchObject({ name: 'WrongDataKey', problem: 'other' })
  await expect(reseal(await opened(NEW, [LATER], true))).rejects.toMatchObject({ problem: 'unknown' })
  await opened(OLD)
  await reseal(await opened(NEW, [LATER, OLD], true))
  await expect(reseal(await opened(OLD, [NEW], true))).rejects.toMatchObject({ problem: 'former' })
  await opened(NEW)
})

test('a message that waits is sealed anew and can still be forgotten with its phone; a sent one is gone', async () => {
  const { services } = app
  const phone = '13700000001'
  const wait = (desk: Desk, to: string) =>
    sendLater(
      desk.tx,
      { ...services, newId: desk.newId },
      {
        channel: 'sms',
        to: desk.secrets.seal(to),
        about: desk.secrets.blind('phone', to),
        kind: 'accounts.invitation',
        text: '您好',
      },
    )
  await services.jobs.stop()
  await ask('delete from queue.job')
  await inSystem(services, (desk) => wait(desk, phone))
  await inSystem(services, (desk) => wait(desk, '13700000002'))
  await ask(`update queue.job set state = 'completed' where data ->> 'about' = $1`, [
    services.secrets.blind('phone', '13700000002'),
  ])
  await reseal(await opened(NEW, [OLD], true))
  const { secrets } = await opened(NEW)
  const rows = await ask('select data from queue.job')
  const [data] = rows.map((row) => row['data'] as Record<string, string>)
  expect(rows).toHaveLength(1)
  expect(secrets.open(data!['to']!)).toBe(phone)
  expect(JSON.parse(secrets.open(data!['words']!))).toEqual(['', '您好'])
  expect(data!['about']).toBe(secrets.blind('phone', phone))
})

/** Marks of what is kept nowhere: they stay as they are and are compared by every key. */
const MARKS_ALONE = [
  'accounts.identity.subject_blind',
  'accounts.invitation.code_mac',
  'platform.idempotency.body_mac',
  'talents.talent.resident_id_blind',
]

test('every column that is sealed or marked belongs to an exchange', async () => {
  const rows = await ask(
    `select c.table_schema || '.' || c.table_name as table, c.column_name as column
     from information_schema.columns c join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE' and c.column_name ~ '_(sealed|blind|mac)$' and c.table_name <> 'data_key'
     order by 1, 2`,
  )
  const known = new Set([
    ...sealing.tables.flatMap(({ table, sealed, marks = [] }) =>
      [...sealed, ...marks.map(({ column }) => column)].map((column) => `${table}.${column}`),
    ),
    ...MARKS_ALONE,
  ])
  const columns = rows
    .filter(({ table }) => !sealing.dropped!.includes(table as `${string}.${string}`))
    .map(({ table, column }) => `${String(table)}.${String(column)}`)
  expect(columns.filter((column) => !known.has(column))).toEqual([])
  expect(columns.length).toBeGreaterThan(8)
})
