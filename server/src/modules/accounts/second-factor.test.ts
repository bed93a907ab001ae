import { accountsRoutes } from '@renshu/contracts'
import { Secret, TOTP } from 'otpauth'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, refused } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const as = (token: string) => app.as(accountsRoutes, { token })
const codeOf = (secret: string) =>
  new TOTP({ secret: Secret.fromBase32(secret) }).generate({ timestamp: app.clock.now().getTime() })
const wrongOf = (secret: string) => (codeOf(secret) === '000000' ? '111111' : '000000')
const nextStep = () => app.clock.advance(30)
const pass = (token: string, code: string) => as(token).passSecondFactor({ body: { code, client: 'program' } })

/** An administrator with an authenticator, in a session that passed it. */
async function enrolled() {
  const officer = await given.officer(app, { administrator: true, confirmed: false })
  const { secret } = await as(officer.token).enrolSecondFactor()
  nextStep()
  const { token } = await pass(officer.token, codeOf(secret))
  return { ...officer, secret, token: token! }
}

test('an officer without a second factor reaches its enrolment and no work of an officer', async () => {
  const { token, phone } = await given.officer(app, { administrator: true, confirmed: false })
  await refused('platform.secondFactorNeeded', as(token).listOfficers())
  const signedIn = await app
    .as(accountsRoutes)
    .signInByCode({ body: { phone, code: await codeFor(app, phone), client: 'program' } })
  expect(signedIn.secondFactor).toBe('enrol')
  const { secret, url } = await as(token).enrolSecondFactor()
  expect(url).toMatch(/^otpauth:\/\/totp\/.+secret=/)
  expect((await as(token).getMe()).officer).toMatchObject({ enrolled: false, confirmed: false })
  await refused('accounts.secondFactorWrong', pass(token, wrongOf(secret)))
  const passed = await pass(token, codeOf(secret))
  expect(passed.secondFactor).toBe('passed')
  expect((await as(passed.token!).currentSession()).me!.officer).toMatchObject({ enrolled: true, confirmed: true })
  expect((await as(passed.token!).getMe()).officer).toMatchObject({ enrolled: true, confirmed: true })
  expect((await as(passed.token!).listOfficers()).items.length).toBeGreaterThan(0)
})

test('passing the second factor gives a new token and ends the old one', async () => {
  const officer = await given.officer(app, { confirmed: false })
  const { secret } = await as(officer.token).enrolSecondFactor()
  const { token } = await pass(officer.token, codeOf(secret))
  expect(token).not.toBe(officer.token)
  await refused('platform.signedOut', as(officer.token).getMe())
})

test('a code of the authenticator is good once', async () => {
  const { secret, token, phone } = await enrolled()
  await refused('accounts.secondFactorWrong', pass(token, codeOf(secret)))
  nextStep()
  const again = await app
    .as(accountsRoutes)
    .signInByCode({ body: { phone, code: await codeFor(app, phone), client: 'program' } })
  expect(again.secondFactor).toBe('needed')
  const code = codeOf(secret)
  const outcomes = await Promise.allSettled([pass(again.token!, code), pass(again.token!, code)])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('five wrong codes lock the authenticator for a quarter of an hour', async () => {
  const { secret, token } = await enrolled()
  nextStep()
  for (let tries = 0; tries < 5; tries++) await refused('accounts.secondFactorWrong', pass(token, wrongOf(secret)))
  await refused('accounts.secondFactorLocked', pass(token, codeOf(secret)))
  app.clock.advance(15 * 60)
  expect((await pass(token, codeOf(secret))).secondFactor).toBe('passed')
})

test('an authenticator is replaced only by who has passed it', async () => {
  const { token, phone } = await enrolled()
  const again = await app
    .as(accountsRoutes)
    .signInByCode({ body: { phone, code: await codeFor(app, phone), client: 'program' } })
  await refused('accounts.alreadyEnrolled', as(again.token!).enrolSecondFactor())
  const { secret } = await as(token).enrolSecondFactor()
  nextStep()
  expect((await pass(token, codeOf(secret))).secondFactor).toBe('passed')
})

test('who is no officer sets up no authenticator', async () => {
  const { token } = await given.person(app)
  await refused('platform.accessDenied', as(token).enrolSecondFactor())
  await refused('platform.accessDenied', pass(token, '123456'))
})

test('an officer without an authenticator is asked to set one up', async () => {
  const { token } = await given.officer(app, { confirmed: false })
  await refused('accounts.notEnrolled', pass(token, '123456'))
})

test('an officer’s session ends after twelve hours', async () => {
  const { token } = await given.officer(app)
  app.clock.advance(12 * 3600 - 1)
  await as(token).getMe()
  app.clock.advance(1)
  await refused('platform.signedOut', as(token).getMe())
})

test('an administrator takes a lost authenticator away, and running sessions lose the second factor', async () => {
  const administrator = await enrolled()
  const other = await enrolled()
  await as(administrator.token).resetSecondFactor({ params: { officerId: other.officerId } })
  await refused('platform.secondFactorNeeded', as(other.token).listOfficers())
  expect((await as(other.token).getMe()).officer).toMatchObject({ enrolled: false, confirmed: false })
})

test('officers are made, moved and removed by administrators only', async () => {
  const administrator = await given.officer(app, { administrator: true })
  const officer = await given.officer(app, { district: '370202' })
  await refused('platform.accessDenied', as(officer.token).listOfficers())
  const body = { phone: '13600000001', name: '周文静', district: '370211' }
  const added = await as(administrator.token).addOfficer({ body })
  expect(added).toMatchObject({ name: '周文静', district: '370211', administrator: false, phone: '136****0001' })
  await refused('accounts.alreadyOfficer', as(administrator.token).addOfficer({ body }))
  const params = { officerId: added.id }
  const moved = { district: null, administrator: false, version: added.version }
  expect(await as(administrator.token).changeOfficer({ params, body: moved })).toMatchObject({ district: null })
  await refused('platform.stale', as(administrator.token).changeOfficer({ params, body: moved }))
  await as(administrator.token).removeOfficer({ params: { officerId: officer.officerId } })
  await refused('platform.signedOut', as(officer.token).getMe())
})

test('an authenticator keeps the true time also where the clock of a development server is ahead', async () => {
  const ahead = await startApp({ CLOCK_AHEAD: '8' })
  try {
    const { token } = await given.officer(ahead, { administrator: true, confirmed: false })
    const { secret } = await ahead.as(accountsRoutes, { token }).enrolSecondFactor()
    const authenticator = new TOTP({ secret: Secret.fromBase32(secret) })
    const codeAt = (instant: number) => authenticator.generate({ timestamp: instant })
    const [here, outside] = [ahead.clock.now().getTime(), ahead.clock.now().getTime() - 8 * 86_400_000]
    const passAhead = (code: string) =>
      ahead.as(accountsRoutes, { token }).passSecondFactor({ body: { code, client: 'program' } })
    await refused('accounts.secondFactorWrong', passAhead(codeAt(here)))
    expect((await passAhead(codeAt(outside))).secondFactor).toBe('passed')
  } finally {
    await ahead.close()
  }
})

test('an officer’s district belongs to the city', async () => {
  const { token } = await given.officer(app, { administrator: true })
  const body = { phone: '13600000009', name: '郑一鸣', district: '110105' }
  await refused('accounts.foreignDistrict', as(token).addOfficer({ body }))
})

test('an administrator of a district has charge of its officers alone and widens nobody’s scope', async () => {
  const { token, officerId } = await given.officer(app, { administrator: true, district: '370202' })
  const [near, far] = [await given.officer(app, { district: '370202' }), await given.officer(app)]
  const wide = { district: null, administrator: true, version: 1 }
  for (const id of [officerId, near.officerId])
    await refused('platform.accessDenied', as(token).changeOfficer({ params: { officerId: id }, body: wide }))
  await refused('platform.accessDenied', as(token).removeOfficer({ params: { officerId: far.officerId } }))
  await refused('platform.accessDenied', as(token).resetSecondFactor({ params: { officerId: far.officerId } }))
  const body = { phone: '13600000011', name: '钱进', district: null }
  await refused('platform.accessDenied', as(token).addOfficer({ body }))
  await as(token).addOfficer({ body: { ...body, district: '370202' } })
  await as(token).removeOfficer({ params: { officerId: near.officerId } })
})

test('one administrator always remains', async () => {
  const alone = await startApp()
  try {
    const { token, officerId } = await given.officer(alone, { administrator: true })
    const client = alone.as(accountsRoutes, { token })
    const params = { officerId }
    await refused('accounts.lastAdministrator', client.removeOfficer({ params }))
    const body = { district: null, administrator: false, version: 1 }
    await refused('accounts.lastAdministrator', client.changeOfficer({ params, body }))
    const local = { district: '370202', administrator: true, version: 1 }
    await refused('accounts.lastAdministrator', client.changeOfficer({ params, body: local }))
  } finally {
    await alone.close()
  }
})
