/** The server of the bench of hiring: a process of its own with a made-up city, that answers over HTTP and its channel. */
import { type CitySizes, configOf, type DemoRole, demoAccounts, makeTrialCity, startServer } from '@renshu/server'
import { findOrCreate, openSession } from '../../server/src/modules/accounts/index.ts'
import { SEEKER_PHONE } from '../../server/src/demo/market/people.ts'

export interface Ready {
  address: string
  tokens: Partial<Record<DemoRole, string>>
  /** Of people who look for work. */
  seekers: string[]
  /** Seconds to make the city up, 0 where it was there; and from then to the first answer. */
  made: number
  started: number
  /** Bytes of the heap and its buffers after the indexes were read, and by how much they grew from before that. */
  memory: number
  indexes: number
}
export type Answer = { kind: 'ready'; ready: Ready } | { kind: 'failed'; message: string }

const SEEKERS = 400
const say = (answer: Answer): void => void process.send!(answer)
const seconds = (from: number): number => (performance.now() - from) / 1000

/** Heap and buffers once what nobody holds is gone; run with `--expose-gc`. */
function memory(): number {
  globalThis.gc?.()
  const { heapUsed, arrayBuffers } = process.memoryUsage()
  return heapUsed + arrayBuffers
}

type Services = Awaited<ReturnType<typeof startServer>>['services']

async function signIn(services: Services): Promise<Pick<Ready, 'tokens' | 'seekers'>> {
  const { database, secrets, clock, cities, config } = services
  const city = config.CITY
  const enter = (phone: string, confirmed: boolean) =>
    database.transaction({ kind: 'system', city }, async (tx) => {
      const desk = { tx, city, secrets, ...clock }
      const { personId } = await findOrCreate(desk, phone)
      return openSession(desk, { personId, userAgent: 'bench', confirmed })
    })
  const tokens: Ready['tokens'] = {}
  for (const { role, phone, totp } of await demoAccounts(services, cities.get(city)!))
    tokens[role] = await enter(phone, totp !== null)
  const seekers: string[] = []
  const known = await peopleIn(services)
  for (const phone of known.slice(0, SEEKERS)) seekers.push(await enter(phone, false))
  return { tokens, seekers }
}

/** Phones of made-up people with an account: those that agencies keep have none. */
async function peopleIn({ database, secrets, config }: Services): Promise<string[]> {
  const phones = Array.from({ length: SEEKERS * 2 }, (_, at) => String(SEEKER_PHONE + at))
  const rows = await database.transaction(
    { kind: 'system', city: config.CITY },
    (tx) =>
      tx
        .withTables<{ 'accounts.person': { city: string; phoneBlind: string | null } }>()
        .selectFrom('accounts.person')
        .select('phoneBlind')
        .where(
          'phoneBlind',
          'in',
          phones.map((phone) => secrets.blind('phone', phone)),
        )
        .execute(),
    true,
  )
  const there = new Set(rows.map(({ phoneBlind }) => phoneBlind))
  return phones.filter((phone) => there.has(secrets.blind('phone', phone)))
}

const sizes = JSON.parse(process.env['BENCH_SIZES'] ?? '{}') as Partial<CitySizes>
let made = 0
let begun = 0
let before = 0
const config = configOf({ ...process.env, PORT: '0', DEVELOPMENT: 'on', TRUSTED_PROXIES: '1' })
const server = await startServer(config, async ({ services }) => {
  const from = performance.now()
  if (await makeTrialCity(services, sizes, async () => {})) made = seconds(from)
  before = memory()
  begun = performance.now()
})
const started = seconds(begun)
process.on('message', async () => {
  await server.stop()
  process.disconnect()
})
const held = memory()
const people = await signIn(server.services)
say({
  kind: 'ready',
  ready: { address: server.address, ...people, made, started, memory: held, indexes: held - before },
})
