import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { codeFor, refused, unusedPhone } from '../../../testing/codes.ts'
import { given } from '../../../testing/given.ts'
import { IdentityProvider } from '../../../testing/identity-provider.ts'

let provider: IdentityProvider
let app: TestApp
beforeAll(async () => {
  provider = await new IdentityProvider().start()
  app = await startApp({
    PUBLIC_URL: 'http://localhost',
    OIDC_ISSUER: provider.issuer,
    OIDC_CLIENT_ID: provider.clientId,
    OIDC_CLIENT_SECRET: provider.clientSecret,
  })
})
afterAll(async () => {
  await app.close()
  await provider.close()
})

const anybody = () => app.as(accountsRoutes)
const start = () => anybody().startOidc({ body: { returnTo: '/me/applications?page=2' } })
const finish = (attempt: string, query: string) => anybody().finishOidc({ body: { attempt, query, client: 'program' } })

test('the unified identity signs in, and the second time finds the same person', async () => {
  expect(await anybody().signInWays()).toMatchObject({ oidc: true })
  const claims = { sub: 'sub-1', name: '于海洋' }
  const begun = await start()
  const first = await finish(begun.attempt, await provider.approve(begun.url, claims))
  expect(first).toMatchObject({ isNew: true, returnTo: '/me/applications?page=2' })
  expect(await app.as(accountsRoutes, { token: first.token! }).getMe()).toMatchObject({ name: '于海洋', phone: null })
  const again = await start()
  const second = await finish(again.attempt, await provider.approve(again.url, claims))
  expect(second).toMatchObject({ isNew: false, personId: first.personId })
})

test('who came by the unified identity adds a phone by its code, and then needs it as proof', async () => {
  const { attempt, url } = await start()
  const { token } = await finish(attempt, await provider.approve(url, { sub: 'sub-0' }))
  const client = app.as(accountsRoutes, { token: token! })
  const phone = unusedPhone()
  const code = await codeFor(app, phone)
  await client.changePhone({ body: { phone, code, proof: { code } } })
  expect((await client.getMe()).phone).toBe(`137****${phone.slice(-4)}`)
  const next = unusedPhone()
  const other = await codeFor(app, next)
  const body = { phone: next, code: other, proof: { code: other } }
  await refused('accounts.codeWrong', client.changePhone({ body }))
})

test('a phone that the provider verified leads to the account that has it; one it did not verify does not', async () => {
  const known = await given.person(app)
  const verified = await start()
  const phone = { phone_number: `+86 ${known.phone}`, phone_number_verified: true }
  const found = await finish(verified.attempt, await provider.approve(verified.url, { sub: 'sub-2', ...phone }))
  expect(found).toMatchObject({ isNew: false, personId: known.personId })
  const other = await given.person(app)
  const unverified = await start()
  const claimed = { sub: 'sub-3', phone_number: other.phone, phone_number_verified: false }
  const stranger = await finish(unverified.attempt, await provider.approve(unverified.url, claimed))
  expect(stranger.personId).not.toBe(other.personId)
  expect(stranger.isNew).toBe(true)
})

test('the request to the provider carries state, nonce and a PKCE challenge, and returns to this site', async () => {
  const url = new URL((await start()).url)
  expect(url.origin).toBe(new URL(provider.issuer).origin)
  expect(url.searchParams.get('redirect_uri')).toBe('http://localhost/sign-in/return')
  expect(url.searchParams.get('code_challenge_method')).toBe('S256')
  for (const name of ['state', 'nonce', 'code_challenge'])
    expect(url.searchParams.get(name)!.length, name).toBeGreaterThan(20)
})

test('an attempt is finished once, by the browser that began it, within ten minutes', async () => {
  const mine = await start()
  const query = await provider.approve(mine.url, { sub: 'sub-4' })
  await refused('accounts.oidcFailed', finish('x'.repeat(43), query))
  await finish(mine.attempt, query)
  await refused('accounts.oidcFailed', finish(mine.attempt, query))
  const theirs = await start()
  const late = await start()
  // Somebody else's answer in this browser's attempt: the state does not fit, and the attempt is spent.
  await refused('accounts.oidcFailed', finish(late.attempt, await provider.approve(theirs.url, { sub: 'sub-5' })))
  await refused('accounts.oidcFailed', finish(late.attempt, await provider.approve(late.url, { sub: 'sub-5' })))
  const expired = await start()
  app.clock.advance(10 * 60)
  await refused('accounts.oidcFailed', finish(expired.attempt, await provider.approve(expired.url, { sub: 'sub-5' })))
})

test('a token of another issuer, another audience, another nonce or a foreign signature signs nobody in', async () => {
  const spoilt = [
    { iss: 'https://other.example' },
    { aud: 'another-client' },
    { nonce: 'another-nonce' },
    { exp: 1_700_000_000 },
  ]
  for (const claims of spoilt) {
    const { attempt, url } = await start()
    await refused('accounts.oidcFailed', finish(attempt, await provider.approve(url, { sub: 'sub-6', ...claims })))
  }
  const forged = await start()
  await refused(
    'accounts.oidcFailed',
    finish(forged.attempt, await provider.approve(forged.url, { sub: 'sub-6' }, true)),
  )
  const denied = await start()
  const state = new URL(denied.url).searchParams.get('state')!
  await refused('accounts.oidcFailed', finish(denied.attempt, `error=access_denied&state=${state}`))
})

test('after signing in people come back to a path of this site only', async () => {
  for (const returnTo of [
    'https://evil.example',
    '//evil.example',
    '/\\evil.example',
    'javascript:alert(1)',
    '/\t/evil',
  ])
    await refused('platform.invalidInput', anybody().startOidc({ body: { returnTo } }))
})

test('a city without a provider, or whose provider is away, says so', async () => {
  const without = await startApp()
  const away = await startApp({
    PUBLIC_URL: 'http://localhost',
    OIDC_ISSUER: 'http://127.0.0.1:9',
    OIDC_CLIENT_ID: 'a',
    OIDC_CLIENT_SECRET: 'b',
  })
  try {
    for (const each of [without, away])
      await refused('accounts.oidcOff', each.as(accountsRoutes).startOidc({ body: {} }))
  } finally {
    await without.close()
    await away.close()
  }
})
