import { clientOf, ledgerRoutes } from '@renshu/contracts'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { startApp, type TestApp } from '../../../testing/app.ts'
import { createApp } from '../../app.ts'
import type { Scope, Tx } from '../../platform/database/index.ts'
import { anonymous, type Identify } from '../../platform/http/index.ts'
import { append, ledger, ledgerFailures, type NewEntry, sealCity, verifyCity } from './index.ts'
import type { LedgerTables } from './tables.ts'

const CITY = '370200'
const OFFICER = '01970000-0000-7000-8000-0000000000aa'
const FIRM = '01970000-0000-7000-8000-0000000000f1'
const OTHER_FIRM = '01970000-0000-7000-8000-0000000000f2'
const SYSTEM = { kind: 'system', city: CITY } as const

/** Officers by name: `administrator`, `city`, or the code of a district. */
const identify: Identify = async (_, { token: padded }) => {
  const token = padded.replace(/_+$/, '')
  return {
    ...anonymous,
    personId: OFFICER,
    officer: {
      district: /^\d+$/.test(token) ? token : null,
      administrator: token === 'administrator',
      confirmed: true,
    },
  }
}

let app: TestApp
beforeEach(() => app.clock.advance(1))
beforeAll(async () => {
  app = await startApp()
  await count({ kind: 'accounts.personRegistered', occurredOn: '2026-01-05', personId: 'ann', district: '370202' })
  await count({ kind: 'accounts.personRegistered', occurredOn: '2026-01-06', personId: 'ann', district: '370202' })
  await count({ kind: 'accounts.personRegistered', occurredOn: '2026-01-31', personId: 'bob', district: '370202' })
  await count({ kind: 'accounts.personRegistered', occurredOn: '2026-02-01', personId: 'ann', district: '370202' })
  await count({
    kind: 'registry.organisationVerified',
    occurredOn: '2026-01-07',
    organisationId: FIRM,
    district: '370203',
  })
})
afterAll(() => app.close())

let sources = 0
const within = <T>(work: (tx: Tx) => Promise<T>, scope: Scope = SYSTEM) =>
  app.services.database.transaction(scope, work)
const count = (entry: Omit<NewEntry, 'sourceId'> & { sourceId?: string }, scope?: Scope): Promise<string> =>
  within(
    (tx) =>
      append({ tx, city: CITY, ...app.clock, secrets: app.services.secrets }, { sourceId: `s${++sources}`, ...entry }),
    scope,
  )

const as = (token: string, language: 'zh' | 'en' = 'zh') => {
  const mounted = createApp(app.services, {
    modules: [ledger],
    failures: [ledgerFailures],
    identify,
    personOf: async () => OFFICER,
  })
  return clientOf(ledgerRoutes, {
    origin: 'http://localhost',
    send: async (request) => mounted.fetch(request),
    newKey: app.clock.newId,
    headers: () => ({
      'accept-language': language,
      ...(token && { authorization: `Bearer ${token.padEnd(20, '_')}` }),
    }),
  })
}
const problem = (code: string) => ({ problem: { code } })

test('the same event is counted once', async () => {
  const entry = {
    kind: 'accounts.personRegistered',
    occurredOn: '2026-03-02',
    personId: 'cat',
    sourceId: 'once',
  } as const
  await count(entry)
  await expect(count(entry)).rejects.toMatchObject({ failure: { code: 'ledger.alreadyCounted' } })
  await expect(count(entry, { kind: 'public', city: CITY })).rejects.toMatchObject({
    failure: { code: 'ledger.alreadyCounted' },
  })
})

test('an entry without a declared kind, a day or a whole count is refused', async () => {
  const entry = { kind: 'accounts.personRegistered', occurredOn: '2026-03-02', personId: 'dan' } as const
  await expect(count({ ...entry, kind: 'accounts.nothing' as never })).rejects.toThrow(RangeError)
  await expect(count({ ...entry, kind: 'toString' as never })).rejects.toThrow(RangeError)
  await expect(count({ ...entry, occurredOn: '2026-02-30' })).rejects.toThrow()
  await expect(count({ ...entry, occurredOn: '2026-3-2' })).rejects.toThrow()
  for (const bad of [0, -1, 1.5, NaN]) await expect(count({ ...entry, count: bad })).rejects.toThrow(RangeError)
})

test('a person enters the ledger as a pseudonym alone', async () => {
  const rows = await within((tx) => tx.withTables<LedgerTables>().selectFrom('ledger.entry').selectAll().execute())
  expect(JSON.stringify(rows)).not.toMatch(/"(?:ann|bob)"/)
  expect(rows.map(({ personPseudonym }) => personPseudonym)).toContain(app.services.secrets.pseudonym('ann'))
})

test('anybody may read what is counted and how', async () => {
  const { items } = await as('').kinds()
  expect(items.find(({ kind }) => kind === 'accounts.personRegistered')).toMatchObject({
    counts: 'persons',
    additive: false,
  })
  for (const { definition, name } of items)
    expect([name.zh, name.en, definition.zh, definition.en].every((text) => text.length > 1)).toBe(true)
})

test('a person counts once in a month and district, however often they occur', async () => {
  const { items } = await as('city').totals({ query: { kind: 'accounts.personRegistered', until: '2026-02-28' } })
  expect(items).toEqual([
    {
      kind: 'accounts.personRegistered',
      counts: 'persons',
      district: '370202',
      month: '2026-01',
      entries: 3,
      value: 2,
    },
    {
      kind: 'accounts.personRegistered',
      counts: 'persons',
      district: '370202',
      month: '2026-02',
      entries: 1,
      value: 1,
    },
  ])
})

test('a figure opens to its entries, newest first, page by page', async () => {
  const query = {
    kind: 'accounts.personRegistered',
    from: '2026-01-01',
    until: '2026-01-31',
    district: '370202',
    limit: 2,
  }
  const first = await as('city').entries({ query })
  const second = await as('city').entries({ query: { ...query, cursor: first.next! } })
  expect([first.items.length, second.items.length, second.next, first.total]).toEqual([2, 1, null, 3])
  expect([...first.items, ...second.items].map(({ occurredOn }) => occurredOn)).toEqual([
    '2026-01-31',
    '2026-01-06',
    '2026-01-05',
  ])
  const ofFirm = await as('city').entries({ query: { organisationId: FIRM } })
  expect(ofFirm.items).toMatchObject([{ kind: 'registry.organisationVerified', counts: 'organisations', batch: null }])
})

test('an officer of a district sees its entries and no others', async () => {
  const { items } = await as('370203').entries()
  expect(items.map(({ district }) => district)).toEqual(['370203'])
  await expect(as('370203').entries({ query: { district: '370202' } })).rejects.toMatchObject(
    problem('ledger.otherDistrict'),
  )
  await expect(as('370203').totals({ query: { district: '370202' } })).rejects.toMatchObject(
    problem('ledger.otherDistrict'),
  )
  expect((await as('370203').totals()).items.every(({ district }) => district === '370203')).toBe(true)
})

test('row-level security alone keeps districts, organisations and cities apart', async () => {
  const seen = async (scope: Scope) =>
    (await within((tx) => tx.withTables<LedgerTables>().selectFrom('ledger.entry').select('id').execute(), scope))
      .length
  const personId = OFFICER
  expect(await seen({ kind: 'officer', city: CITY, personId, district: '370203' })).toBe(1)
  expect(await seen({ kind: 'member', city: CITY, personId, organisationId: FIRM })).toBe(1)
  expect(await seen({ kind: 'member', city: CITY, personId, organisationId: OTHER_FIRM })).toBe(0)
  expect(await seen({ kind: 'person', city: CITY, personId })).toBe(0)
  expect(await seen({ kind: 'public', city: CITY })).toBe(0)
  expect(await seen({ kind: 'system', city: '371100' })).toBe(0)
})

test('nobody can change or remove an entry, a batch or a verification', async () => {
  for (const table of ['ledger.entry', 'ledger.batch', 'ledger.verification'] as const) {
    const db = (tx: Tx) => tx.withTables<LedgerTables>()
    await expect(within((tx) => db(tx).deleteFrom(table).execute())).rejects.toMatchObject({ code: '42501' })
    await expect(within((tx) => db(tx).updateTable(table).set({ city: CITY }).execute())).rejects.toMatchObject({
      code: '42501',
    })
  }
})

test('an administrator takes an entry back once, with a reason, and the figure follows', async () => {
  const id = await count({
    kind: 'registry.organisationVerified',
    occurredOn: '2026-02-07',
    organisationId: OTHER_FIRM,
    amountFen: 500,
  })
  const query = { kind: 'registry.organisationVerified', from: '2026-02-01', until: '2026-02-28' }
  const call = { params: { entryId: id }, body: { reason: '重复核验' } }
  expect((await as('city').totals({ query })).items).toMatchObject([{ value: 1, entries: 1 }])
  await expect(as('city').reverseEntry(call)).rejects.toMatchObject(problem('platform.accessDenied'))
  const reversal = await as('administrator').reverseEntry(call)
  expect(reversal).toMatchObject({
    count: -1,
    amountFen: -500,
    reversesId: id,
    occurredOn: '2026-02-07',
    reason: '重复核验',
    recordedBy: app.services.secrets.pseudonym(OFFICER),
  })
  expect((await as('city').totals({ query })).items).toMatchObject([{ value: 0, entries: 2 }])
  expect((await as('city').entries({ query })).items.find((entry) => entry.id === id)?.reversedById).toBe(reversal.id)
  await expect(as('administrator').reverseEntry(call)).rejects.toMatchObject(problem('ledger.alreadyReversed'))
  const again = { params: { entryId: reversal.id }, body: { reason: '错了' } }
  await expect(as('administrator').reverseEntry(again)).rejects.toMatchObject(problem('ledger.reversalIsFinal'))
  const absent = { params: { entryId: OFFICER }, body: { reason: '没有' } }
  await expect(as('administrator').reverseEntry(absent)).rejects.toMatchObject(problem('ledger.entryNotFound'))
})

test('entries leave as CSV that spreadsheets read and no formula survives', async () => {
  await count({
    kind: 'accounts.personRegistered',
    occurredOn: '2025-12-01',
    personId: 'eve',
    sourceId: '=1+1,"x"',
    amountFen: 5,
  })
  const query = { until: '2025-12-31' }
  const { bytes, type, name } = await as('city', 'en').exportEntries({ query })
  const [header, row, end] = new TextDecoder('utf-8', { ignoreBOM: true }).decode(bytes).split('\r\n')
  expect([type, name, end]).toEqual(['text/csv; charset=utf-8', `ledger-${CITY}.csv`, ''])
  expect(header).toMatch(/^\uFEFFEntry,Number,Kind,/)
  expect(row).toContain(`,1,0.05,"'=1+1,""x""",`)
  const chinese = await as('city').exportEntries({ query })
  expect(new TextDecoder().decode(chinese.bytes)).toContain('注册个人')
})

test('the chain tells its head, what waits, and what the last verification found', async () => {
  const waiting = (await as('city').chain()).unsealed
  expect(waiting).toBeGreaterThan(0)
  const [batch] = await sealCity(app.services, CITY)
  expect(batch).toMatchObject({ number: 1, entries: waiting })
  const report = await verifyCity(app.services, CITY)
  const chain = await as('city').chain()
  expect(chain).toMatchObject({
    head: { number: 1, hash: batch!.hash },
    unsealed: 0,
    lastVerification: { entries: report.entries, batches: 1, problems: 0, head: { number: 1 } },
    batches: { total: 1, items: [{ number: 1, entries: waiting }] },
  })
  expect((await as('city').entries()).items.every((entry) => entry.batch === 1)).toBe(true)
  expect(await sealCity(app.services, CITY)).toEqual([])
})

test('an entry has an address of its own, for officers who may see it', async () => {
  const id = await count({
    kind: 'accounts.personRegistered',
    occurredOn: '2026-01-05',
    personId: 'eve',
    district: '370203',
  })
  const params = { entryId: id }
  expect(await as('city').entry({ params })).toMatchObject({ id, district: '370203', reversedById: null })
  expect((await as('370203').entry({ params })).id).toBe(id)
  await expect(as('370202').entry({ params })).rejects.toMatchObject({ problem: { code: 'ledger.entryNotFound' } })
})
