import { afterAll, beforeAll, expect, test } from 'vitest'
import { freshPool } from '../../../testing/database.ts'
import { loadCities } from '../../city/index.ts'
import { configOf } from '../config.ts'
import { Database, type Pool } from '../database/index.ts'
import { openLog } from '../log.ts'
import { drawChange, type Mirror, Mirrors, type Source } from './index.ts'

const CITY = '370200'
const now = () => new Date('2026-03-02T01:00:00Z')
const cities = [...loadCities(configOf({}).CITIES_DIR).values()]
let pool: Pool
let database: Database
beforeAll(async () => {
  pool = await freshPool()
  database = new Database(pool)
  await database.asOwner((connection) =>
    connection.exec(`create schema trial; grant usage on schema trial to renshu_app;
      create table trial.thing (city text, id int, word text, change_seq bigint, primary key (city, id));
      grant select, insert, update on trial.thing to renshu_app`),
  )
})
afterAll(() => database.close())

type Trial = { 'trial.thing': { city: string; id: number; word: string; changeSeq: number } }
const system = { kind: 'system', city: CITY } as const

const write = (id: number, word: string): Promise<void> =>
  database.transaction(system, async (tx) => {
    const changeSeq = await drawChange(tx, CITY, 'trial')
    await tx
      .withTables<Trial>()
      .insertInto('trial.thing')
      .values({ city: CITY, id, word, changeSeq })
      .onConflict((conflict) => conflict.columns(['city', 'id']).doUpdateSet({ word, changeSeq }))
      .execute()
  })

const things: Source<Map<number, string>, Trial['trial.thing']> = {
  read: (tx, city, after, most) =>
    tx
      .withTables<Trial>()
      .selectFrom('trial.thing')
      .selectAll()
      .where('city', '=', city)
      .where('changeSeq', '>', after)
      .orderBy('changeSeq')
      .limit(most)
      .execute(),
  apply: (state, rows) => rows.forEach(({ id, word }) => state.set(id, word)),
}
const words: Mirror<Map<number, string>> = { open: () => new Map(), sources: [things] }

const openMirrors = async (mirror: Mirror<unknown> = words as Mirror<unknown>): Promise<Mirrors> => {
  const mirrors = new Mirrors(database, openLog('silent'), now)
  await mirrors.start([mirror], cities)
  return mirrors
}

test('a mirror knows what was written before it began and what is written after', async () => {
  await write(1, '叉车')
  const mirrors = await openMirrors()
  expect([...mirrors.of(words, CITY)]).toEqual([[1, '叉车']])
  await write(2, '焊工')
  await write(1, '叉车司机')
  await mirrors.settle()
  expect([...mirrors.of(words, CITY)]).toEqual([
    [1, '叉车司机'],
    [2, '焊工'],
  ])
  await mirrors.stop()
})

test('a commit of this process is seen without being asked for', async () => {
  const mirrors = await openMirrors()
  await write(3, '电工')
  await expect.poll(() => mirrors.of(words, CITY).get(3)).toBe('电工')
  await mirrors.stop()
})

test('two mirrors of one stream end equal, whatever the order of writes', async () => {
  const one = await openMirrors()
  const other = await openMirrors()
  await Promise.all(Array.from({ length: 60 }, (_, n) => write(n % 7, `词${n}`)))
  await Promise.all([one.settle(), other.settle()])
  expect(new Map(one.of(words, CITY))).toEqual(new Map(other.of(words, CITY)))
  await Promise.all([one.stop(), other.stop()])
})

test('numbers drawn at once are consecutive and those of another city are its own', async () => {
  const [last, foreign] = await database.transaction(system, async (tx, rescope) => {
    const drawn = await drawChange(tx, CITY, 'many', 5)
    await rescope({ kind: 'system', city: '371100' })
    return [drawn, await drawChange(tx, '371100', 'many')]
  })
  expect([last, foreign]).toEqual([5, 1])
})

test('a mirror nobody started answers that the service is not available', () => {
  expect(() => new Mirrors(database, openLog('silent'), now).of(words, CITY)).toThrow('platform.unavailable')
})

test('a state that is stale is read again from the beginning, and loaded when it is complete', async () => {
  let day = 1
  const dated: Mirror<{ day: number; words: Map<number, string>; complete: boolean }> = {
    open: () => ({ day, words: new Map(), complete: false }),
    sources: [{ read: things.read, apply: ({ words }, rows) => things.apply(words, rows as never) }],
    loaded: async (state) => void (state.complete = state.words.size > 0),
    isStale: (state) => state.day !== day,
  }
  const mirrors = new Mirrors(database, openLog('silent'), now)
  await mirrors.start([dated], cities)
  day = 2
  await mirrors.settle()
  expect(mirrors.of(dated, CITY)).toMatchObject({ day: 2, complete: true })
  await mirrors.stop()
})

test('a stale state answers and hears of changes until the one beside it knows everything', async () => {
  let day = 1
  let open!: () => void
  const gate = new Promise<void>((resolve) => (open = resolve))
  const dated: Mirror<{ day: number; words: Map<number, string> }> = {
    open: () => ({ day, words: new Map() }),
    sources: [{ read: things.read, apply: ({ words }, rows) => things.apply(words, rows as never) }],
    loaded: (_, isBeside) => (isBeside ? gate : undefined),
    isStale: (state) => state.day !== day,
  }
  const mirrors = await openMirrors(dated)
  day = 2
  const settled = mirrors.settle()
  await write(90, '钳工')
  await expect.poll(() => mirrors.of(dated, CITY).words.get(90)).toBe('钳工')
  expect(mirrors.of(dated, CITY).day).toBe(1)
  open()
  await settled
  expect(mirrors.of(dated, CITY).day).toBe(2)
  expect(mirrors.of(dated, CITY).words.get(90)).toBe('钳工')
  await mirrors.stop()
})
