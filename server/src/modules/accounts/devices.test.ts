import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, newPhoneCodeFor, proofFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (token: string) => app.as(accountsRoutes, { token })
const signIn = async (phone: string) => {
  const body = { phone, code: await codeFor(app, phone), client: 'program' as const }
  return (await app.as(accountsRoutes).signInByCode({ body })).token!
}

test('a session lasts thirty days and ends when its person signs out', async () => {
  const { token, phone } = await given.person(app)
  app.clock.advance(30 * 86_400 - 1)
  await as(token).getMe()
  app.clock.advance(1)
  await refused('platform.signedOut', as(token).getMe())
  const next = await signIn(phone)
  await as(next).signOut()
  await refused('platform.signedOut', as(next).getMe())
})

test('a made-up token is nobody, and does not stand in the way of public pages', async () => {
  const token = 'x'.repeat(43)
  await refused('platform.signedOut', as(token).getMe())
  expect(await as(token).signInWays()).toMatchObject({ development: true })
  expect(await as(token).currentSession()).toEqual({ me: null })
})

test('what the database holds of a session does not open it', async () => {
  await given.person(app)
  const { rows } = await app.services.database.asOwner((connection) =>
    connection.query('select token_sha256 from accounts.session', []),
  )
  for (const { token_sha256: hash } of rows) await refused('platform.signedOut', as(String(hash)).getMe())
})

test('devices are listed, and one or all others can be signed out', async () => {
  const phone = unusedPhone()
  const [first, second, third] = [await signIn(phone), await signIn(phone), await signIn(phone)]
  const { items } = await as(third).listDevices()
  expect(items).toHaveLength(3)
  const others = items.filter(({ current }) => !current)
  expect(others).toHaveLength(2)
  await as(third).endDevice({ params: { sessionId: others[0]!.id } })
  expect((await as(third).listDevices()).items).toHaveLength(2)
  await as(third).endOtherDevices()
  expect((await as(third).listDevices()).items.map(({ current }) => current)).toEqual([true])
  await refused('platform.signedOut', as(first).getMe())
  await refused('platform.signedOut', as(second).getMe())
})

test('nobody ends a device of somebody else', async () => {
  const mine = await given.person(app)
  const { token } = await given.person(app)
  const [device] = (await as(mine.token).listDevices()).items
  await refused('platform.notFound', as(token).endDevice({ params: { sessionId: device!.id } }))
  await as(mine.token).getMe()
})

test('a session of one city is nobody in another', async () => {
  const { token } = await given.person(app)
  await refused('platform.signedOut', app.as(accountsRoutes, { token, city: '371100' }).getMe())
})

test('a new password signs the other devices out', async () => {
  const phone = unusedPhone()
  const [stolen, mine] = [await signIn(phone), await signIn(phone)]
  const proof = await proofFor(app, { token: mine, phone }, 'setPassword')
  await as(mine).setPassword({ body: { password: '崂山道士不吃桃，只喝矿泉水', proof } })
  await refused('platform.signedOut', as(stolen).getMe())
  expect((await as(mine).getMe()).hasPassword).toBe(true)
})

test('a stolen session alone changes neither password nor phone, nor erases the account', async () => {
  const { token } = await given.person(app)
  const proof = { code: '123456' }
  await refused('accounts.codeWrong', as(token).setPassword({ body: { password: '0123456789', proof } }))
  await refused('accounts.codeWrong', as(token).eraseMe({ body: { proof } }))
  const phone = unusedPhone()
  const body = { phone, code: await newPhoneCodeFor(app, token, phone), proof: { password: '猜一个密码' } }
  await refused('accounts.passwordWrong', as(token).changePhone({ body }))
})

test('the account moves to another phone with a code of both; a phone of somebody else is refused', async () => {
  const { token, phone, personId } = await given.person(app)
  const next = unusedPhone()
  const proof = await proofFor(app, { token, phone }, 'changePhone')
  await as(token).changePhone({ body: { phone: next, code: await newPhoneCodeFor(app, token, next), proof } })
  expect((await as(await signIn(next)).getMe()).id).toBe(personId)
  const other = await given.person(app)
  const body = {
    phone: other.phone,
    code: await newPhoneCodeFor(app, token, other.phone),
    proof: await proofFor(app, { token, phone: next }, 'changePhone'),
  }
  await refused('accounts.phoneTaken', as(token).changePhone({ body }))
})

test('a code proves what it was sent for and nothing else', async () => {
  const person = await given.person(app)
  const { token, phone } = person
  const signIn = { code: await codeFor(app, phone) }
  await refused('accounts.codeWrong', as(token).eraseMe({ body: { proof: signIn } }))
  await refused('accounts.codeWrong', as(token).setPassword({ body: { password: '0123456789', proof: signIn } }))
  const erasure = await proofFor(app, person, 'erasure')
  const next = unusedPhone()
  const body = { phone: next, code: await codeFor(app, next), proof: await proofFor(app, person, 'changePhone') }
  await refused('accounts.codeWrong', as(token).changePhone({ body }))
  const program = { phone, client: 'program' as const }
  await refused('accounts.codeWrong', app.as(accountsRoutes).signInByCode({ body: { ...program, ...erasure } }))
  // None of these used up the code to sign in.
  expect((await app.as(accountsRoutes).signInByCode({ body: { ...program, ...signIn } })).isNew).toBe(false)
})

test('the message of a code says what it is good for', async () => {
  const person = await given.person(app)
  await proofFor(app, person, 'erasure')
  const { items } = await app.as(accountsRoutes).listShownMessages()
  expect(items.find(({ to }) => to === person.phone)!.text).toContain('用于注销账号')
})

test('the own record is changed at the version that was read', async () => {
  const { token } = await given.person(app)
  const { version } = await as(token).getMe()
  const body = { name: '王建国', email: 'jianguo@example.com', residentId: '11010519491231002X', version }
  const me = await as(token).changeMe({ body })
  expect(me).toMatchObject({ name: '王建国', email: 'j***@example.com', residentId: '110***********002X' })
  await refused('platform.stale', as(token).changeMe({ body }))
  const wrongCheck = { residentId: '110105194912310021', version: me.version }
  await refused('platform.invalidInput', as(token).changeMe({ body: wrongCheck }))
})
