import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, invitationFor, proofFor, refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import type { PlatformTables } from '../../platform/tables.ts'
import { tables } from './tables.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const CITY = '370200'
const RESIDENT_ID = '11010519491231002X'
const as = (token: string) => app.as(accountsRoutes, { token })
const ask = (statement: string, values: unknown[] = []) =>
  app.services.database.asOwner(async (connection) => (await connection.query(statement, values)).rows)

/** Tables with a column that holds a person's id, as `schema.table`. */
async function tablesOfPeople(): Promise<string[]> {
  const rows = await ask(
    `select distinct c.table_schema || '.' || c.table_name as name
     from information_schema.columns c
     join information_schema.tables t using (table_schema, table_name)
     where t.table_type = 'BASE TABLE'
       and (c.column_name = 'person_pseudonym' or (c.data_type = 'uuid' and c.column_name ~ '(person_id|_by)$'))
       and c.table_schema not in ('pg_catalog', 'information_schema', 'queue') order by 1`,
  )
  return rows.map(({ name }) => String(name))
}

async function keepFile(personId: string, sha256: string, bytes: Uint8Array<ArrayBuffer>): Promise<void> {
  await app.services.files.put(sha256, bytes)
  const row = {
    city: CITY,
    id: app.clock.newId(),
    name: '欧阳明月的简历.pdf',
    type: 'application/pdf',
    size: bytes.length,
  }
  await app.services.database.transaction({ kind: 'person', city: CITY, personId }, (tx) =>
    tx
      .withTables<PlatformTables>()
      .insertInto('platform.file')
      .values({ ...row, sha256, organisationId: null, personId, createdAt: app.clock.now() })
      .execute(),
  )
}

/** Somebody who occurs in every table of people. */
async function busyPerson(name: string, sha256: string) {
  const person = await given.person(app, { name })
  const { token, phone, personId } = person
  const { version } = await as(token).getMe()
  await as(token).changeMe({ body: { email: 'mingyue.ouyang@example.com', residentId: RESIDENT_ID, version } })
  await as(token).setPassword({
    body: { password: '栈桥 1892 回澜阁', proof: await proofFor(app, person, 'setPassword') },
  })
  await as(token).giveConsent({ body: { purpose: 'matching', recipient: 'platform', textVersion: '1' } })
  const helper = await given.person(app)
  const offer = { phone: helper.phone, purposes: ['cases' as const], until: '2026-12-31' }
  const text = await invitationFor(app, helper.phone, () => as(token).inviteHelper({ body: offer }))
  await as(helper.token).acceptInvitation({ body: { code: text } })
  const organisationId = app.clock.newId()
  const owner = await given.member(app, organisationId, 'owner')
  const invitation = { phone, role: 'viewer' as const }
  const invited = await invitationFor(app, phone, () =>
    as(owner.token).inviteMember({ params: { organisationId }, body: invitation }),
  )
  await as(token).acceptInvitation({ body: { code: invited } })
  await as(owner.token).inviteMember({ params: { organisationId: organisationId }, body: invitation })
  const administrator = await given.officer(app, { administrator: true })
  const body = { phone, name, district: null }
  await as(administrator.token).addOfficer({ body })
  const reason = `核对${name}的身份`
  await as(administrator.token).unmaskPerson({ params: { personId }, body: { field: 'residentId', reason } })
  await as(token).unmaskMine({ body: { field: 'phone' } })
  await app.services.database.transaction({ kind: 'system', city: CITY }, (tx) =>
    tables(tx)
      .insertInto('accounts.identity')
      .values({
        city: CITY,
        id: app.clock.newId(),
        personId,
        issuer: 'https://id.example',
        subjectBlind: app.clock.newId(),
        createdAt: app.clock.now(),
      })
      .execute(),
  )
  await keepFile(personId, sha256, new TextEncoder().encode(`简历 ${name}`))
  return { ...person, helper, owner, organisationId }
}

test('the export holds every table in which a person can occur, with the rows of this one', async () => {
  const { token, phone, personId } = await busyPerson('欧阳明月', 'a'.repeat(64))
  const proof = await proofFor(app, { token, phone }, 'export')
  const file = await as(token).exportMe({ body: { proof } })
  expect(file).toMatchObject({ name: '我的信息-2026-03-02.json', type: 'application/json; charset=utf-8' })
  const { sections } = JSON.parse(new TextDecoder().decode(file.bytes)) as {
    sections: Record<string, Record<string, unknown>[]>
  }
  for (const table of await tablesOfPeople()) {
    expect(sections, table).toHaveProperty([table])
    if (/^(?:accounts|platform)\./.test(table)) expect(sections[table], table).not.toEqual([])
  }
  expect(sections['accounts.person']).toMatchObject([
    { id: personId, name: '欧阳明月', phone, residentId: RESIDENT_ID, email: 'mingyue.ouyang@example.com' },
  ])
  const [kept] = sections['platform.file']!
  expect(Buffer.from(String(kept!['base64']), 'base64').toString()).toBe('简历 欧阳明月')
  expect(JSON.stringify(sections)).not.toMatch(/scrypt|sealed|sha256/i)
})

test('uploaded files are read when the export leaves, and others are served meanwhile', async () => {
  const person = await given.person(app)
  const other = await given.person(app)
  const bytes = new Uint8Array(19_000_000).map((_, at) => at % 251)
  await keepFile(person.personId, 'c'.repeat(64), bytes)
  await keepFile(person.personId, 'd'.repeat(64), new TextEncoder().encode('证书'))
  await app.services.files.remove('d'.repeat(64))
  const proof = await proofFor(app, person, 'export')
  const { files } = app.services
  const { get } = files
  let release = () => {}
  const held = new Promise<void>((resolve) => (release = resolve))
  const asked = vi.fn<typeof get>((sha256) => held.then(() => get(sha256)))
  files.get = asked
  const exporting = as(person.token).exportMe({ body: { proof } })
  try {
    await vi.waitFor(() => expect(asked).toHaveBeenCalled())
    // On the one connection of the embedded database this would wait for a transaction that reads the file.
    await as(other.token).changeMe({ body: { name: '于海洋', version: 1 } })
  } finally {
    release()
    files.get = get
  }
  const { sections } = JSON.parse(new TextDecoder().decode((await exporting).bytes)) as {
    sections: Record<string, Record<string, unknown>[]>
  }
  const [kept, lost] = sections['platform.file']!
  expect(Buffer.from(String(kept!['base64']), 'base64').equals(bytes)).toBe(true)
  expect(lost!['base64']).toBeNull()
})

test('after erasure nothing in any table says who it was, and counts stay true', async () => {
  const name = '司马凌云'
  const { token, phone, personId, organisationId, owner, helper } = await busyPerson(name, 'b'.repeat(64))
  const counted = async () =>
    (
      await ask(
        `select (select count(*) from accounts.person) as people, (select count(*) from accounts.consent) as consents`,
      )
    )[0]
  const before = await counted()
  await as(token).eraseMe({ body: { proof: await proofFor(app, { token, phone }, 'erasure') } })
  expect(await counted()).toEqual(before)
  const { secrets } = app.services
  const traces = [phone, name, RESIDENT_ID, 'mingyue', secrets.blind('phone', phone)]
  const everyTable = await ask(
    `select quote_ident(table_schema) || '.' || quote_ident(table_name) as name from information_schema.tables
     where table_type = 'BASE TABLE' and table_schema not in ('pg_catalog', 'information_schema')`,
  )
  expect(everyTable.length).toBeGreaterThan(15)
  // The other test's person has the same resident id and mail address in clear nowhere, so any hit is a leak.
  for (const { name: table } of everyTable)
    for (const { row } of await ask(`select t::text as row from ${String(table)} t`))
      for (const trace of traces) expect(String(row).includes(trace), `${String(table)} holds ${trace}`).toBe(false)
  const sealed = await ask(
    'select name, phone_sealed, email_sealed, resident_id_sealed, password_hash from accounts.person where id = $1',
    [personId],
  )
  expect(sealed).toEqual([
    { name: '已注销用户', phone_sealed: null, email_sealed: null, resident_id_sealed: null, password_hash: null },
  ])
  await refused('platform.signedOut', as(token).getMe())
  const { items } = await as(owner.token).listMembers({ params: { organisationId } })
  expect(items.map((member) => member.personId)).toEqual([owner.personId])
  expect((await as(helper.token).getMe()).helps).toEqual([])
  await vi.waitFor(async () => expect(await app.services.files.get('b'.repeat(64))).toBeUndefined(), 15_000)
  expect(await app.services.files.get('a'.repeat(64))).toBeDefined()
})

test('who comes back after erasure is somebody new', async () => {
  const { token, phone, personId } = await given.person(app)
  await as(token).eraseMe({ body: { proof: await proofFor(app, { token, phone }, 'erasure') } })
  const body = { phone, code: await codeFor(app, phone), client: 'program' as const }
  const again = await app.as(accountsRoutes).signInByCode({ body })
  expect(again.isNew).toBe(true)
  expect(again.personId).not.toBe(personId)
})

test('the last owner of an organisation and the last administrator are not erased before they hand over', async () => {
  const organisationId = app.clock.newId()
  const owner = await given.member(app, organisationId, 'owner')
  const body = { proof: await proofFor(app, owner, 'erasure') }
  await refused('accounts.lastOwner', as(owner.token).eraseMe({ body }))
  expect((await as(owner.token).getMe()).id).toBe(owner.personId)
  const alone = await startApp()
  try {
    const officer = await given.officer(alone, { administrator: true })
    const body = { proof: await proofFor(alone, officer, 'erasure') }
    await refused('accounts.lastAdministrator', alone.as(accountsRoutes, officer).eraseMe({ body }))
  } finally {
    await alone.close()
  }
})

test('the export needs a proof, and is a look at each sensitive field it shows', async () => {
  const person = await given.person(app)
  const client = as(person.token)
  await refused('accounts.codeWrong', client.exportMe({ body: { proof: { code: await codeFor(app, person.phone) } } }))
  await refused('accounts.signInAgain', client.exportMe({ body: { proof: { recentSignIn: true } } }))
  expect((await client.listUnmaskings()).items).toEqual([])
  const { version } = await client.getMe()
  await client.changeMe({ body: { residentId: RESIDENT_ID, version } })
  await client.exportMe({ body: { proof: await proofFor(app, person, 'export') } })
  const { items } = await client.listUnmaskings()
  expect(items.map(({ field, byOfficer }) => [field, byOfficer]).toSorted()).toEqual([
    ['phone', false],
    ['residentId', false],
  ])
  expect((await client.listActs()).items.map(({ route }) => route)).toContain('accounts.exportMe')
})

test('messages to an erased person leave the queue, sent or waiting, and nobody else’s do', async () => {
  const [person, other] = [await given.person(app), await given.person(app)]
  const proof = await proofFor(app, person, 'erasure')
  await codeFor(app, other.phone)
  const { database, jobs, secrets } = app.services
  await database.transaction({ kind: 'system', city: CITY }, async (tx) => {
    const message = { channel: 'sms', to: secrets.seal(person.phone), about: secrets.blind('phone', person.phone) }
    await jobs.send(tx, 'platform.message', { ...message, words: secrets.seal('["", "later"]') }, 3600)
  })
  const queued = async ({ phone }: { phone: string }) => {
    const rows = await ask(
      `select data ->> 'to' as sealed from queue.job where name = 'platform.message'
       union all select data ->> 'to' from queue.archive where name = 'platform.message'`,
    )
    return rows.filter(({ sealed }) => secrets.open(String(sealed)) === phone).length
  }
  expect([await queued(person), await queued(other)]).toEqual([2, 1])
  await as(person.token).eraseMe({ body: { proof } })
  expect([await queued(person), await queued(other)]).toEqual([0, 1])
})

test('erasure by password needs the right one', async () => {
  const { token, phone } = await given.person(app)
  const password = '啤酒节在八月开始'
  await as(token).setPassword({
    body: { password: `${password}！！`, proof: await proofFor(app, { token, phone }, 'setPassword') },
  })
  await refused('accounts.passwordWrong', as(token).eraseMe({ body: { proof: { password } } }))
  await as(token).eraseMe({ body: { proof: { password: `${password}！！` } } })
  await refused('platform.signedOut', as(token).getMe())
})
