import { accountsRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, expect, test, vi } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { newPhoneCodeFor, refused, unusedPhone } from '../../../testing/codes.ts'
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
/** A sign-in for which the provider asks who it is, so many seconds ago. */
async function askedAgain(sub: string, secondsAgo = 0): Promise<string> {
  const { attempt, url } = await anybody().startOidc({ body: { again: true } })
  const auth_time = Math.floor(app.clock.now().getTime() / 1000) - secondsAgo
  return (await finish(attempt, await provider.approve(url, { sub, auth_time }))).token!
}
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
  const token = await askedAgain('sub-0')
  const client = app.as(accountsRoutes, { token })
  const phone = unusedPhone()
  const code = await newPhoneCodeFor(app, token, phone)
  await refused('accounts.codeWrong', client.changePhone({ body: { phone, code, proof: { code } } }))
  await client.changePhone({ body: { phone, code, proof: { recentSignIn: true } } })
  expect((await client.getMe()).phone).toBe(`137****${phone.slice(-4)}`)
  const next = unusedPhone()
  const other = await newPhoneCodeFor(app, token, next)
  const body = { phone: next, code: other, proof: { code: other } }
  await refused('accounts.codeWrong', client.changePhone({ body }))
  await refused('accounts.signInAgain', client.changePhone({ body: { ...body, proof: { recentSignIn: true } } }))
})

test('who came by the unified identity alone sets a password and erases the account shortly after signing in', async () => {
  const signIn = () => askedAgain('sub-7')
  const as = (token: string) => app.as(accountsRoutes, { token })
  const old = await signIn()
  app.clock.advance(10 * 60)
  const recent = { recentSignIn: true } as const
  const password = '石老人在崂山脚下，面朝大海'
  await refused('accounts.signInAgain', as(old).setPassword({ body: { password, proof: recent } }))
  await refused('accounts.signInAgain', as(old).eraseMe({ body: { proof: recent } }))
  await refused('accounts.signInAgain', as(old).sendOwnCode({ body: { purpose: 'erasure' } }))
  const fresh = await signIn()
  await as(fresh).setPassword({ body: { password, proof: recent } })
  await refused('platform.signedOut', as(old).getMe())
  app.clock.advance(10 * 60)
  for (let tries = 0; tries < 5; tries++)
    await refused('accounts.passwordWrong', as(fresh).eraseMe({ body: { proof: { password: '猜的密码' } } }))
  await refused('accounts.tooManyTries', as(fresh).eraseMe({ body: { proof: { password } } }))
  await as(await signIn()).eraseMe({ body: { proof: recent } })
  await refused('platform.signedOut', as(fresh).getMe())
  const { attempt, url } = await start()
  expect((await finish(attempt, await provider.approve(url, { sub: 'sub-7' }))).isNew).toBe(true)
}, 180_000)

test('a sign-in proves who it is only where the provider was told to ask again, and did', async () => {
  const plain = new URL((await start()).url).searchParams
  expect([plain.get('prompt'), plain.get('max_age')]).toEqual([null, null])
  const asking = new URL((await anybody().startOidc({ body: { again: true } })).url).searchParams
  expect([asking.get('prompt'), asking.get('max_age')]).toEqual(['login', '0'])
  const recent = { recentSignIn: true } as const
  const takeOut = (token: string) => app.as(accountsRoutes, { token }).exportMe({ body: { proof: recent } })
  const known = await start()
  const now = Math.floor(app.clock.now().getTime() / 1000)
  const inside = await finish(known.attempt, await provider.approve(known.url, { sub: 'sub-10', auth_time: now }))
  await refused('accounts.signInAgain', takeOut(inside.token!))
  // A provider that lets the browser in by the session it has there, or does not say.
  await refused('accounts.oidcNotAsked', askedAgain('sub-10', 60))
  const silent = await anybody().startOidc({ body: { again: true } })
  await refused('accounts.oidcNotAsked', finish(silent.attempt, await provider.approve(silent.url, { sub: 'sub-10' })))
  await refused('accounts.oidcFailed', finish(silent.attempt, await provider.approve(silent.url, { sub: 'sub-10' })))
  const token = await askedAgain('sub-10', 20)
  expect((await takeOut(token)).name).toContain('我的信息')
  app.clock.advance(10 * 60)
  await refused('accounts.signInAgain', takeOut(token))
})

test('while the provider does not answer, others are served, on the one connection of the embedded database too', async () => {
  const { token } = await given.person(app)
  const { attempt, url } = await start()
  const query = await provider.approve(url, { sub: 'sub-8' })
  const before = provider.exchanges
  const release = provider.hold()
  const waiting = finish(attempt, query)
  await vi.waitFor(() => expect(provider.exchanges).toBe(before + 1))
  await app.as(accountsRoutes, { token }).changeMe({ body: { name: '于海洋', version: 1 } })
  release()
  expect((await waiting).isNew).toBe(true)
})

test('a sign-in that the database makes try again asks the provider once', async () => {
  await app.services.database.asOwner((connection) =>
    connection.exec(`
      create sequence public.tries;
      grant usage on sequence public.tries to renshu_app;
      create function public.deadlock() returns trigger language plpgsql as $$ begin
        if nextval('public.tries') = 1 then raise exception 'deadlock' using errcode = '40P01'; end if;
        return new;
      end $$;
      create trigger deadlock before insert on accounts.session for each row execute function public.deadlock()`),
  )
  try {
    const { attempt, url } = await start()
    const query = await provider.approve(url, { sub: 'sub-9' })
    const before = provider.exchanges
    expect((await finish(attempt, query)).isNew).toBe(true)
    expect(provider.exchanges).toBe(before + 1)
    const { rows } = await app.services.database.asOwner((connection) =>
      connection.query(`select nextval('public.tries') as next`, []),
    )
    expect(rows[0]!['next']).toBe(3)
  } finally {
    await app.services.database.asOwner((connection) =>
      connection.exec(
        'drop trigger deadlock on accounts.session; drop function public.deadlock; drop sequence public.tries',
      ),
    )
  }
})

test('two tabs that bring the first sign-in of one person at once make one person', async () => {
  for (const phone of [{}, { phone_number: unusedPhone(), phone_number_verified: true }]) {
    const claims = { sub: `tabs-${Object.keys(phone).length}`, ...phone }
    const tabs = await Promise.all(
      Array.from({ length: 4 }, async () => {
        const { attempt, url } = await start()
        return { attempt, query: await provider.approve(url, claims) }
      }),
    )
    const before = provider.exchanges
    const release = provider.hold()
    const finished = Promise.all(tabs.map(({ attempt, query }) => finish(attempt, query)))
    await vi.waitFor(() => expect(provider.exchanges).toBe(before + tabs.length))
    release()
    const people = await finished
    expect(new Set(people.map(({ personId }) => personId)).size).toBe(1)
    expect(people.filter(({ isNew }) => isNew)).toHaveLength(1)
  }
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
