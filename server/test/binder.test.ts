import { Done, failures, Id, line, ProblemError, routes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { z } from 'zod'
import { throwing } from '../src/platform/errors.ts'
import { anonymous, type Identify, moduleOf, type Sessions, withSlowStep } from '../src/platform/http/index.ts'
import { startApp, type TestApp } from '../testing/app.ts'

const trialFailures = failures('trial', {
  refused: { kind: 'conflict', zh: '不行：{why}', en: 'No: {why}' },
  counted: { kind: 'invalid', keep: true, zh: '不对', en: 'Wrong' },
})
const fail = throwing(trialFailures)

const trial = routes({
  echo: {
    method: 'POST',
    path: '/trial/echo',
    access: 'person',
    mandate: 'cases',
    summary: ['回声', 'Echo'],
    query: z.object({ times: z.coerce.number().int().max(3).default(1) }),
    body: z.strictObject({ text: line(20) }),
    response: z.object({ text: z.string(), id: Id }),
  },
  run: {
    method: 'POST',
    path: '/trial/run/:how',
    access: 'person',
    summary: ['试', 'Try'],
    params: z.object({ how: z.enum(['refuse', 'count', 'break', 'leak', 'leave']) }),
    response: Done,
    errors: ['trial.refused', 'trial.counted'],
  },
  limited: {
    method: 'GET',
    path: '/trial/limited',
    access: 'public',
    summary: ['限', 'Limited'],
    limit: { times: 2, seconds: 60 },
    response: Done,
  },
  mine: {
    method: 'GET',
    path: '/trial/:organisationId',
    access: 'recruiter',
    summary: ['我的', 'Mine'],
    params: z.object({ organisationId: Id }),
    response: z.object({ scope: z.string() }),
  },
  limitedToPeople: {
    method: 'GET',
    path: '/limited-to-people',
    access: 'person',
    summary: ['限', 'Limited'],
    limit: { times: 2, seconds: 60 },
    response: Done,
  },
  slow: {
    method: 'POST',
    path: '/trial/:organisationId/slow',
    access: 'recruiter',
    summary: ['慢', 'Slow'],
    params: z.object({ organisationId: Id }),
    response: z.object({ seen: z.string(), work: z.number() }),
  },
  signIn: {
    method: 'POST',
    path: '/trial/session',
    access: 'public',
    repeatable: true,
    summary: ['登录', 'Sign in'],
    response: Done,
  },
})
const OWN = '019caaaa-0000-7000-8000-000000000001'
const RECRUITER = 'recruiter'.padEnd(30, '-')
const PERSON = '019caaaa-0000-7000-8000-000000000002'

let runs = 0
let works = 0
let whileWorking = () => {}
let isRecruiter = true
const identify: Identify = async (_, { token, organisationId, forPersonId }) =>
  token.startsWith('recruiter')
    ? {
        ...anonymous,
        personId: PERSON,
        forPersonId,
        purposes: forPersonId ? ['cases'] : null,
        membership:
          isRecruiter && organisationId === OWN
            ? { organisationId, role: 'recruiter', throughOrganisationId: null }
            : null,
      }
    : anonymous

/** Sessions named alike are one person's. */
const personOf: Sessions['personOf'] = async (_, { token }) => (token.startsWith('recruiter') ? PERSON : null)

const module = moduleOf('trial', trial, {
  async echo({ body, query }, { newId }) {
    runs++
    return { text: body.text.repeat(query.times), id: newId() }
  },
  async run({ params }, { tx, city, now, newId, setSession }) {
    if (params.how === 'leave') {
      setSession(null)
      throw new Error('after the session was ended')
    }
    const row = { city, id: newId(), happenedAt: now(), route: params.how, requestId: 'request-1' }
    await tx.withTables<{ 'platform.trace': typeof row }>().insertInto('platform.trace').values(row).execute()
    if (params.how === 'refuse') throw fail.refused({ why: 'no' })
    if (params.how === 'count') throw fail.counted()
    if (params.how === 'break') throw new Error('secret detail 13800000000')
    return { done: true, phone: '13800000000' }
  },
  limited: async () => ({ done: true }),
  limitedToPeople: async () => ({ done: true }),
  mine: async (_, { tx }) => {
    const { rows } = await tx.executeQuery<{ scope: string }>({
      sql: `select current_setting('app.scope') || ' ' || current_setting('app.organisation') as scope`,
      parameters: [],
      query: { kind: 'RawNode', sqlFragments: [], parameters: [] },
      queryId: { queryId: '1' },
    })
    return rows[0]!
  },
  slow: withSlowStep({
    look: async (_, { tx }) =>
      (await sql<{ readOnly: string }>`select current_setting('transaction_read_only') as "readOnly"`.execute(tx))
        .rows[0]!.readOnly,
    // On the embedded database a transaction beside an open one would wait for ever.
    async work(seen, { database }) {
      await database.transaction({ kind: 'public', city: '370200' }, async () => {})
      whileWorking()
      return { seen, work: ++works }
    },
    handle: async (_, __, done) => done,
  }),
  async signIn(_, { setSession }) {
    setSession('t'.repeat(43))
    return { done: true }
  },
})

let app: TestApp
beforeAll(async () => {
  app = await startApp({}, { modules: [module], failures: [trialFailures], identify, personOf })
})
afterAll(() => app.close())
beforeEach(() => {
  runs = 0
  works = 0
  whileWorking = () => {}
  isRecruiter = true
})

const post = (path: string, headers: Record<string, string>, body?: unknown) =>
  app.fetch(
    new Request(`http://localhost/api${path}`, {
      method: 'POST',
      headers: { 'content-type': 'application/json', authorization: `Bearer ${RECRUITER}`, ...headers },
      ...(body !== undefined && { body: typeof body === 'string' ? body : JSON.stringify(body) }),
    }),
  )
const codeOf = async (response: Response) => ((await response.json()) as { code: string }).code
const tracesOf = async (route: string): Promise<number> =>
  app.services.database.asOwner(async (connection) => {
    const { rows } = await connection.query('select count(*) as n from platform.trace where route = $1', [route])
    return rows[0]!['n'] as number
  })

test('a write without a key is refused before anything runs', async () => {
  expect(await codeOf(await post('/trial/echo', {}, { text: 'a' }))).toBe('platform.keyMissing')
  expect(runs).toBe(0)
})

test('a write sent twice with one key runs once and answers twice the same', async () => {
  const key = { 'idempotency-key': 'double-click-1' }
  const [first, second] = await Promise.all([
    post('/trial/echo', key, { text: 'a' }),
    post('/trial/echo', key, { text: 'a' }),
  ])
  expect(await first.json()).toEqual(await second.json())
  expect(runs).toBe(1)
})

test('one key for two different writes is a conflict', async () => {
  const key = { 'idempotency-key': 'two-writes-1' }
  await post('/trial/echo', key, { text: 'a' })
  expect(await codeOf(await post('/trial/echo', key, { text: 'b' }))).toBe('platform.keyReused')
  expect(await codeOf(await post('/trial/echo?times=2', key, { text: 'a' }))).toBe('platform.keyReused')
})

test('one key in the name of two people is two writes, and each is done once', async () => {
  const helper = { 'idempotency-key': 'two-people-1' }
  const first = { ...helper, 'renshu-for': PERSON }
  expect((await post('/trial/echo', first, { text: 'a' })).status).toBe(200)
  expect((await post('/trial/echo', { ...helper, 'renshu-for': OWN }, { text: 'a' })).status).toBe(200)
  expect(runs).toBe(2)
  expect((await post('/trial/echo', first, { text: 'a' })).status).toBe(200)
  expect((await post('/trial/echo', helper, { text: 'a' })).status).toBe(200)
  expect(runs).toBe(3)
})

test('a refused write leaves its key free and nothing behind', async () => {
  const key = { 'idempotency-key': 'refused-1' }
  expect(await codeOf(await post('/trial/run/refuse', key))).toBe('trial.refused')
  expect(await codeOf(await post('/trial/run/refuse', key))).toBe('trial.refused')
  expect(await tracesOf('refuse')).toBe(0)
})

test('a failure that counts keeps what was written before it', async () => {
  expect(await codeOf(await post('/trial/run/count', { 'idempotency-key': 'counted-1' }))).toBe('trial.counted')
  expect(await tracesOf('count')).toBe(1)
  expect(await codeOf(await post('/trial/run/count', { 'idempotency-key': 'counted-1' }))).toBe('trial.counted')
  expect(await tracesOf('count')).toBe(2)
})

test('a bug is 500 with a number to quote and no detail', async () => {
  const response = await post('/trial/run/break', { 'idempotency-key': 'broken-01', 'x-request-id': 'request-77' })
  expect(response.status).toBe(500)
  const text = await response.text()
  expect(text).toContain('request-77')
  expect(text).not.toContain('secret')
})

test('a field the contract does not list cannot leave, and one it does not list cannot enter', async () => {
  const leak = await post('/trial/run/leak', { 'idempotency-key': 'leaking-1' })
  expect(await leak.json()).toEqual({ done: true })
  const extra = await post('/trial/echo', { 'idempotency-key': 'extra-001' }, { text: 'a', admin: true })
  expect(extra.status).toBe(422)
  expect(runs).toBe(0)
})

test('wrong values are named field by field in the caller’s language', async () => {
  const key = { 'idempotency-key': 'wrong-001' }
  const zh = (await (await post('/trial/echo', key, { text: '' })).json()) as {
    fields: { path: string; message: string }[]
  }
  expect(zh.fields[0]!.path).toBe('body.text')
  expect(zh.fields[0]!.message).toMatch(/[一-龥]/)
  const en = await (await post('/trial/echo', { ...key, 'accept-language': 'en-GB' }, { text: '' })).json()
  expect(JSON.stringify(en)).not.toMatch(/[一-龥]/)
})

test('bodies that are no JSON, no UTF-8, too deep, or hold what PostgreSQL cannot keep are refused', async () => {
  const key = { 'idempotency-key': 'ugly-0001' }
  const deep = '['.repeat(20_000) + ']'.repeat(20_000)
  for (const body of ['{', '"\\u0000"', '{"text":"\\ud800"}', '{"text":"\\\\\\u0000"}', '', deep])
    expect(await codeOf(await post('/trial/echo', key, body)), body).toBe('platform.malformedBody')
})

test('a body past the limit is refused, also when its length was not announced', async () => {
  const stream = new ReadableStream({
    pull: (controller) => controller.enqueue(new Uint8Array(100_000)),
  })
  const init = {
    method: 'POST',
    headers: { 'idempotency-key': 'large-001', authorization: `Bearer ${RECRUITER}` },
    body: stream,
    duplex: 'half',
  } as RequestInit
  const response = await app.fetch(new Request('http://localhost/api/trial/echo', init))
  expect(response.status).toBe(413)
})

test('more calls than the limit are refused with the time from which they are let in', async () => {
  const client = app.as(trial)
  await client.limited()
  await client.limited()
  const refused = await client.limited().catch((error: unknown) => error)
  const { code, detail } = (refused as ProblemError).problem
  expect(code).toBe('platform.tooManyRequests')
  // The minute after this one, as clocks in Beijing show it.
  const next = (Math.floor(app.clock.now().getTime() / 60_000) + 1) * 60_000
  const at = new Date(next + 8 * 3_600_000).toISOString().slice(11, 16)
  expect(detail).toContain(`${at} 之后再试`)
  app.clock.advance(60)
  expect(await client.limited()).toEqual({ done: true })
})

test('a limit counts a person once, however many sessions there are, and strangers by their address', async () => {
  const called = async (token: string): Promise<string> => {
    const headers = { authorization: `Bearer ${token.padEnd(30, '-')}` }
    return codeOf(await app.fetch(new Request('http://localhost/api/limited-to-people', { headers })))
  }
  await called('recruiter-at-home')
  await called('recruiter-at-work')
  expect(await called('recruiter-elsewhere')).toBe('platform.tooManyRequests')
  for (const invented of ['a', 'b']) expect(await called(invented)).toBe('platform.signedOut')
  expect(await called('c')).toBe('platform.tooManyRequests')
})

test('rights are those of the organisation in the path, and the transaction runs in its scope', async () => {
  const token = 'recruiter-of-own-organisation'
  expect(await app.as(trial, { token }).mine({ params: { organisationId: OWN } })).toEqual({ scope: `member ${OWN}` })
  const other = await app
    .as(trial, { token })
    .mine({ params: { organisationId: PERSON } })
    .catch((error: unknown) => error)
  expect((other as ProblemError).problem.code).toBe('platform.accessDenied')
  const nobody = await app
    .as(trial)
    .mine({ params: { organisationId: OWN } })
    .catch((error: unknown) => error)
  expect((nobody as ProblemError).problem.code).toBe('platform.signedOut')
})

const slow = (key: string) =>
  post(`/trial/${OWN}/slow`, {
    'idempotency-key': key,
    authorization: `Bearer ${'recruiter'.padEnd(30, '-')}`,
  })

test('slow work stands between two transactions, and is not done again for the same key', async () => {
  const [first, again] = [await slow('slow-work-1'), await slow('slow-work-1')]
  expect(await first.json()).toEqual({ seen: 'on', work: 1 })
  expect(await again.json()).toEqual({ seen: 'on', work: 1 })
  expect(works).toBe(1)
})

test('slow work is done for nobody who may not, and rights are asked again after it', async () => {
  isRecruiter = false
  expect(await codeOf(await slow('slow-work-2'))).toBe('platform.accessDenied')
  expect(works).toBe(0)
  isRecruiter = true
  whileWorking = () => (isRecruiter = false)
  expect(await codeOf(await slow('slow-work-3'))).toBe('platform.accessDenied')
  expect(works).toBe(1)
  expect(await tracesOf('trial.slow')).toBe(1)
})

test('a session lies in a cookie that scripts and other sites cannot use', async () => {
  const response = await post('/trial/session', {})
  expect(response.headers.get('set-cookie')).toMatch(
    /^renshu_session=t+; Path=\/; Max-Age=\d+; HttpOnly; SameSite=Lax$/,
  )
  const cookie = { cookie: `renshu_session=${'t'.repeat(43)}` }
  for (const foreign of [{ origin: 'https://evil.example' }, { 'sec-fetch-site': 'cross-site' }])
    expect(await codeOf(await post('/trial/session', { ...cookie, ...(foreign as Record<string, string>) }))).toBe(
      'platform.foreignOrigin',
    )
  expect(
    (await post('/trial/session', { ...cookie, origin: 'http://localhost', 'sec-fetch-site': 'same-origin' })).status,
  ).toBe(200)
})

test('a session that a failed request ended goes on, and the browser keeps its cookie', async () => {
  const response = await post('/trial/run/leave', { 'idempotency-key': 'leaving-1' })
  expect(response.status).toBe(500)
  expect(response.headers.get('set-cookie')).toBeNull()
})

test('pages carry the headers that keep browsers from guessing, framing and running foreign scripts', async () => {
  const { headers } = await app.fetch(new Request('http://localhost/api/health'))
  expect(headers.get('x-content-type-options')).toBe('nosniff')
  expect(headers.get('x-frame-options')).toBe('DENY')
  expect(headers.get('content-security-policy')).toContain("script-src 'self'")
})
