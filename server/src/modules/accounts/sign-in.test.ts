import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, proofFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { provePassword } from './actions/signing-in/proof.ts'
import { blindPhone, findPerson } from './store/people.ts'

// Hashing a password is slow on purpose, and slower on a busy machine.
vi.setConfig({ testTimeout: 180_000 })

let app: TestApp
beforeAll(async () => (app = await startApp()))
afterAll(() => app.close())

const post = (path: string, body: unknown, headers: Record<string, string> = {}) =>
  app.fetch(
    new Request(`http://localhost/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', ...headers },
      body: JSON.stringify(body),
    }),
  )
const anybody = () => app.as(accountsRoutes)
const as = (token: string) => app.as(accountsRoutes, { token })

test('the first sign-in makes the account, the next one finds it', async () => {
  const phone = unusedPhone()
  const first = await anybody().signInByCode({
    body: { phone, code: await codeFor(app, phone), name: '林海燕', client: 'program' },
  })
  expect(first).toMatchObject({ isNew: true, secondFactor: 'none' })
  const second = await anybody().signInByCode({ body: { phone, code: await codeFor(app, phone), client: 'program' } })
  expect(second).toMatchObject({ isNew: false, personId: first.personId })
  const me = await as(second.token!).getMe()
  expect(me).toMatchObject({ name: '林海燕', phone: `${phone.slice(0, 3)}****${phone.slice(-4)}`, hasPassword: false })
})

test('browsers get the session as a cookie that scripts cannot read, and no token', async () => {
  const phone = unusedPhone()
  const response = await post('/session/code', { phone, code: await codeFor(app, phone) })
  expect(await response.json()).toMatchObject({ token: null })
  expect(response.headers.get('set-cookie')).toMatch(
    /^renshu_session=[\w-]{43}; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax/,
  )
})

test('asking for a code is answered the same whether or not anybody has the phone', async () => {
  const known = await given.person(app)
  const answers = []
  for (const phone of [known.phone, unusedPhone()]) {
    const response = await post('/session/codes', { phone })
    answers.push([response.status, await response.text()])
  }
  expect(answers[0]).toEqual(answers[1])
})

test('a wrong password, a phone without one and an unknown phone are answered the same', async () => {
  const withPassword = await given.person(app)
  const proof = await proofFor(app, withPassword, 'setPassword')
  await as(withPassword.token).setPassword({ body: { password: '青岛的海风很大 2026', proof } })
  const without = await given.person(app)
  const answers = []
  for (const phone of [withPassword.phone, without.phone, unusedPhone()]) {
    const response = await post('/session/password', { phone, password: '不是这个密码' })
    const { requestId: _, ...problem } = (await response.json()) as { requestId: string }
    answers.push({ status: response.status, problem })
  }
  expect(answers[0]).toMatchObject({ status: 422, problem: { code: 'accounts.passwordWrong' } })
  expect(answers[1]).toEqual(answers[0])
  expect(answers[2]).toEqual(answers[0])
})

test('the right password signs in; five wrong ones close the door for a quarter of an hour', async () => {
  const { phone, token } = await given.person(app)
  const password = '胶州湾大桥 2011'
  await as(token).setPassword({ body: { password, proof: await proofFor(app, { token, phone }, 'setPassword') } })
  const signIn = (tried: string) => anybody().signInByPassword({ body: { phone, password: tried, client: 'program' } })
  expect((await signIn(password)).token).toMatch(/^[\w-]{43}$/)
  for (let tries = 0; tries < 5; tries++) await refused('accounts.passwordWrong', signIn('猜的密码'))
  await refused('accounts.tooManyTries', signIn(password))
  app.clock.advance(15 * 60 + 1)
  expect((await signIn(password)).token).toMatch(/^[\w-]{43}$/)
})

test('wrong passwords that come at once are counted one by one', async () => {
  const phone = unusedPhone()
  const answers = await Promise.all(
    Array.from({ length: 7 }, async () => {
      const response = await post('/session/password', { phone, password: '猜的密码' })
      return ((await response.json()) as { code: string }).code
    }),
  )
  const [wrong, refusals] = ['accounts.passwordWrong', 'accounts.tooManyTries']
  expect(answers.toSorted()).toEqual([...Array<string>(5).fill(wrong!), refusals, refusals])
})

test('a password that was right when it was compared signs nobody in once it is another', async () => {
  const { personId, phone } = await given.person(app)
  const { secrets, database } = app.services
  const tried = (hash: string) =>
    database.transaction({ kind: 'system', city: '370200' }, async (tx) => {
      const desk = { tx, city: '370200', secrets, ...app.clock }
      const person = await findPerson(desk, personId)
      const now = { ...person!, passwordHash: 'new' }
      return (await provePassword(desk, blindPhone(desk, phone), now, { hash, isRight: true })).id
    })
  await expect(tried('old')).rejects.toThrow('accounts.passwordWrong')
  expect(await tried('new')).toBe(personId)
})

test('a code is good once, for five minutes, and only the newest one', async () => {
  const phone = unusedPhone()
  const sign = (code: string) => anybody().signInByCode({ body: { phone, code, client: 'program' } })
  const old = await codeFor(app, phone)
  app.clock.advance(1)
  const code = await codeFor(app, phone)
  if (old !== code) await refused('accounts.codeWrong', sign(old))
  await sign(code)
  await refused('accounts.codeWrong', sign(code))
  const late = await codeFor(app, phone)
  app.clock.advance(5 * 60)
  await refused('accounts.codeWrong', sign(late))
})

test('five wrong tries spend a code, also when they come at once', async () => {
  const phone = unusedPhone()
  const code = await codeFor(app, phone)
  const wrong = code === '000000' ? '111111' : '000000'
  const sign = (tried: string) => anybody().signInByCode({ body: { phone, code: tried, client: 'program' } })
  const tries = await Promise.allSettled(Array.from({ length: 5 }, () => sign(wrong)))
  expect(tries.every(({ status }) => status === 'rejected')).toBe(true)
  await refused('accounts.codeWrong', sign(code))
})

test('of two who enter the right code at once, one is signed in', async () => {
  const phone = unusedPhone()
  const code = await codeFor(app, phone)
  const sign = () => anybody().signInByCode({ body: { phone, code, client: 'program' } })
  const outcomes = await Promise.allSettled([sign(), sign(), sign()])
  expect(outcomes.filter(({ status }) => status === 'fulfilled')).toHaveLength(1)
})

test('one phone gets five codes in ten minutes, known or not', async () => {
  const phone = unusedPhone()
  for (let times = 0; times < 5; times++) expect((await post('/session/codes', { phone })).status).toBe(200)
  const response = await post('/session/codes', { phone }, { 'accept-language': 'en' })
  expect(response.status).toBe(429)
  expect(await response.json()).toMatchObject({
    code: 'accounts.tooManyCodes',
    detail: 'Too many codes for this phone; try again in 10 minutes',
  })
  const inChinese = (await (await post('/session/codes', { phone })).json()) as { detail: string }
  expect(inChinese.detail).toBe('这个手机号获取验证码太频繁，请 10 分钟后再试')
  app.clock.advance(10 * 60)
  expect((await post('/session/codes', { phone })).status).toBe(200)
})

test('only digits of a mobile phone are a phone, and a code has six digits', async () => {
  for (const phone of ['12800000000', '1390000000', '+8613900000000', "13900000000' or 1=1"])
    await refused('platform.invalidInput', anybody().sendCode({ body: { phone } }))
  await refused('platform.invalidInput', anybody().signInByCode({ body: { phone: unusedPhone(), code: '12345' } }))
})

test('the queue and the tables hold neither phone nor code', async () => {
  const phone = unusedPhone()
  const code = await codeFor(app, phone)
  const rows = await app.services.database.asOwner(async (connection) => {
    const jobs = await connection.query('select data::text as text from queue.job', [])
    const codes = await connection.query('select code::text as text from accounts.login_code code', [])
    return [...jobs.rows, ...codes.rows].map(({ text }) => String(text))
  })
  expect(rows.length).toBeGreaterThan(1)
  for (const row of rows)
    expect(row.includes(phone) || row.includes(`"${code}"`) || row.includes(`,${code},`)).toBe(false)
})

test('messages are shown on screen in development only', async () => {
  const production = await startApp({ DEVELOPMENT: 'false' })
  try {
    await refused('platform.notFound', production.as(accountsRoutes).listShownMessages())
    expect(await production.as(accountsRoutes).signInWays()).toEqual({ oidc: false, development: false })
  } finally {
    await production.close()
  }
})

test('signing in anew ends the session the browser came with', async () => {
  const before = await given.person(app)
  const phone = unusedPhone()
  const code = await codeFor(app, phone)
  await app.as(accountsRoutes, { token: before.token }).signInByCode({ body: { phone, code } })
  await refused('platform.signedOut', as(before.token).getMe())
})

test('a write with the cookie from another site is refused', async () => {
  const { token } = await given.person(app)
  const signOut = (origin: string) =>
    app.fetch(
      new Request('http://localhost/api/session', {
        method: 'DELETE',
        headers: { cookie: `renshu_session=${token}`, origin },
      }),
    )
  expect(await (await signOut('https://evil.example')).json()).toMatchObject({ code: 'platform.foreignOrigin' })
  expect((await signOut('http://localhost')).status).toBe(200)
})
