import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, invitationFor, refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import type { Scope, Tx } from '../../platform/database/index.ts'
import { accountsJobs, hasConsent } from './index.ts'
import { updatePerson } from './store/people.ts'
import { tables } from './tables.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const CITY = '370200'
const as = (token: string) => app.as(accountsRoutes, { token })
const inScope = <T>(scope: Scope, work: (tx: Tx) => Promise<T>) => app.services.database.transaction(scope, work)

test('a consent is for one purpose and one recipient, and ends when it is withdrawn', async () => {
  const { token, personId } = await given.person(app)
  const asked = (purpose: string, recipient: string) =>
    inScope({ kind: 'system', city: CITY }, (tx) => hasConsent({ tx, city: CITY }, personId, purpose, recipient))
  const body = { purpose: 'subsidyCheck', recipient: 'bureau' as const, textVersion: '2026-01' }
  const consent = await as(token).giveConsent({ body })
  expect(await asked('subsidyCheck', 'bureau')).toBe(true)
  expect(await asked('subsidyCheck', 'platform')).toBe(false)
  expect(await asked('matching', 'bureau')).toBe(false)
  expect(await as(token).giveConsent({ body })).toEqual(consent)
  await as(token).withdrawConsent({ params: { consentId: consent.id } })
  expect(await asked('subsidyCheck', 'bureau')).toBe(false)
  expect((await as(token).listConsents()).items).toMatchObject([{ id: consent.id, withdrawnAt: expect.any(String) }])
  await refused('platform.notFound', as(token).withdrawConsent({ params: { consentId: consent.id } }))
})

test('consent to new words replaces the consent to the old ones', async () => {
  const { token } = await given.person(app)
  const body = { purpose: 'matching', recipient: 'platform' as const, textVersion: '1' }
  await as(token).giveConsent({ body })
  await as(token).giveConsent({ body: { ...body, textVersion: '2' } })
  const { items } = await as(token).listConsents()
  expect(items.filter(({ withdrawnAt }) => !withdrawnAt)).toMatchObject([{ textVersion: '2' }])
  expect(items).toHaveLength(2)
})

test('nobody withdraws a consent of somebody else', async () => {
  const mine = await given.person(app)
  const other = await given.person(app)
  const body = { purpose: 'matching', recipient: 'platform' as const, textVersion: '1' }
  const { id } = await as(mine.token).giveConsent({ body })
  await refused('platform.notFound', as(other.token).withdrawConsent({ params: { consentId: id } }))
})

test('each look at a sensitive field is recorded, and the person reads who looked and why', async () => {
  const { token, personId, phone } = await given.person(app)
  const officer = await given.officer(app, { name: '陈经办' })
  expect(await as(token).unmaskMine({ body: { field: 'phone' } })).toEqual({ value: phone })
  expect(await as(token).unmaskMine({ body: { field: 'residentId' } })).toEqual({ value: null })
  app.clock.advance(1)
  const reason = '核实稳岗补贴申请'
  const look = as(officer.token).unmaskPerson({ params: { personId }, body: { field: 'phone', reason } })
  expect(await look).toEqual({ value: phone })
  const first = await as(token).listUnmaskings({ query: { limit: 1 } })
  expect(first).toMatchObject({ total: 3, items: [{ byName: '陈经办', byOfficer: true, reason, field: 'phone' }] })
  const rest = await as(token).listUnmaskings({ query: { cursor: first.next! } })
  expect(rest.items).toHaveLength(2)
  expect(rest.next).toBeNull()
})

test('a page of looks begins only where a page ended', async () => {
  const { token } = await given.person(app)
  const cursor = Buffer.from(JSON.stringify(['yesterday', 'somewhere'])).toString('base64url')
  await refused('platform.badCursor', as(token).listUnmaskings({ query: { cursor } }))
  await refused('platform.badCursor', as(token).listActs({ query: { cursor } }))
})

test('a sensitive field is shown to officers with a reason, and to nobody else', async () => {
  const { personId } = await given.person(app)
  const other = await given.person(app)
  const officer = await given.officer(app)
  const body = { field: 'phone' as const, reason: '随便看看' }
  await refused('platform.accessDenied', as(other.token).unmaskPerson({ params: { personId }, body }))
  const short = { field: 'phone' as const, reason: '看' }
  await refused('platform.invalidInput', as(officer.token).unmaskPerson({ params: { personId }, body: short }))
  const unknown = { personId: app.clock.newId() }
  await refused('platform.notFound', as(officer.token).unmaskPerson({ params: unknown, body }))
})

test('an officer finds people by the whole of a phone, resident id or name, and sees them masked', async () => {
  const { personId, phone, token } = await given.person(app, { name: '欧阳春晓' })
  const body = { residentId: '11010519491231002X', version: 1 }
  await as(token).changeMe({ body })
  const officer = as((await given.officer(app)).token)
  const find = async (by: 'phone' | 'residentId' | 'name', value: string) =>
    (await officer.findPeople({ body: { by, value } })).items
  const shown = {
    id: personId,
    name: '欧阳春晓',
    phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`,
    residentId: '110***********002X',
  }
  expect(await find('phone', phone)).toMatchObject([shown])
  expect(await find('residentId', '11010519491231002x')).toMatchObject([shown])
  expect(await find('name', '欧阳春晓')).toMatchObject([shown])
  for (const part of ['欧阳', '欧阳春%']) expect(await find('name', part)).toEqual([])
  expect(await find('phone', phone.slice(0, 8))).toEqual([])
  await refused('platform.accessDenied', as(token).findPeople({ body: { by: 'phone', value: phone } }))
})

test('of two who change one record at once, the slower is told and changes nothing', async () => {
  const { personId: id } = await given.person(app)
  const { secrets } = app.services
  const change = (name: string) =>
    inScope({ kind: 'system', city: CITY }, (tx) =>
      updatePerson({ tx, city: CITY, secrets, ...app.clock }, { id, version: 1 }, { name }),
    )
  await change('甲')
  await expect(change('乙')).rejects.toThrow('platform.stale')
})

test('a look cannot be taken off the record', async () => {
  await refusedByDatabase('delete from accounts.unmasking')
  await refusedByDatabase(`update accounts.unmasking set field = 'email'`)
})

async function refusedByDatabase(statement: string): Promise<void> {
  const { sql } = await import('kysely')
  await expect(inScope({ kind: 'system', city: CITY }, (tx) => sql.raw(statement).execute(tx))).rejects.toThrow(
    /permission denied/,
  )
}

test('the database itself hides what a scope has no business with', async () => {
  const organisationId = app.clock.newId()
  const [mine, other] = [await given.member(app, organisationId, 'owner'), await given.person(app)]
  await codeFor(app, other.phone)
  const count = async (scope: Scope, table: 'person' | 'session' | 'loginCode' | 'member' | 'consent') => {
    const rows = await inScope(scope, (tx) => tables(tx).selectFrom(`accounts.${table}`).select('city').execute())
    return rows.length
  }
  const nobody: Scope = { kind: 'public', city: CITY }
  for (const table of ['person', 'session', 'loginCode', 'member', 'consent'] as const)
    expect(await count(nobody, table), table).toBe(0)
  const person: Scope = { kind: 'person', city: CITY, personId: mine.personId }
  expect([await count(person, 'person'), await count(person, 'session'), await count(person, 'loginCode')]).toEqual([
    1, 1, 0,
  ])
  const stranger: Scope = { kind: 'member', city: CITY, personId: other.personId, organisationId: app.clock.newId() }
  expect([await count(stranger, 'person'), await count(stranger, 'member'), await count(stranger, 'session')]).toEqual([
    1, 0, 0,
  ])
  const elsewhere: Scope = { kind: 'system', city: '371100' }
  expect(await count(elsewhere, 'person')).toBe(0)
  expect(await count({ kind: 'system', city: CITY }, 'person')).toBeGreaterThan(1)
})

test('a failed write in the name of somebody else leaves no trace of it', async () => {
  const mine = await given.person(app)
  const scope: Scope = { kind: 'person', city: CITY, personId: mine.personId }
  const consent = {
    city: CITY,
    id: app.clock.newId(),
    personId: (await given.person(app)).personId,
    purpose: 'matching',
    recipient: 'bureau',
    textVersion: '1',
    givenAt: app.clock.now(),
  }
  const write = inScope(scope, (tx) => tables(tx).insertInto('accounts.consent').values(consent).execute())
  await expect(write).rejects.toThrow(/row-level security/)
})

test('invitations do not outlive their use: the phone is forgotten once accepted', async () => {
  const organisationId = app.clock.newId()
  const owner = await given.member(app, organisationId, 'owner')
  const invited = await given.person(app)
  const text = await invitationFor(app, invited.phone, () =>
    as(owner.token).inviteMember({ params: { organisationId }, body: { phone: invited.phone, role: 'viewer' } }),
  )
  await as(invited.token).acceptInvitation({ body: { code: text } })
  const kept = await inScope({ kind: 'system', city: CITY }, (tx) =>
    tables(tx)
      .selectFrom('accounts.invitation')
      .select(['phoneSealed', 'phoneBlind'])
      .where('organisationId', '=', organisationId)
      .execute(),
  )
  expect(kept).toEqual([{ phoneSealed: null, phoneBlind: null }])
})

test('what nobody took up forgets the phone once it has expired', async () => {
  const organisationId = app.clock.newId()
  const owner = await given.member(app, organisationId, 'owner')
  const body = { phone: '13700000099', role: 'viewer' as const }
  await as(owner.token).inviteMember({ params: { organisationId }, body })
  const { signInByPassword } = app.as(accountsRoutes)
  await refused('accounts.passwordWrong', signInByPassword({ body: { phone: body.phone, password: '不是这个密码' } }))
  const forget = () =>
    accountsJobs(app.services)
      .find(({ name }) => name === 'accounts.forget')!
      .run({})
  const kept = () =>
    inScope({ kind: 'system', city: CITY }, async (tx) => [
      (await tables(tx).selectFrom('accounts.invitation').select('id').where('phoneSealed', 'is not', null).execute())
        .length,
      (await tables(tx).selectFrom('accounts.passwordTry').select('id').execute()).length,
    ])
  await forget()
  expect(await kept()).toEqual([1, 1])
  app.clock.advance(8 * 86_400)
  await forget()
  expect(await kept()).toEqual([0, 0])
})
