import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { clientOf, ProblemError, registryRoutes } from '@renshu/contracts'
import { startCluster } from '@renshu/temporary-postgres'
import { findOrCreate, openSession } from '../src/modules/accounts/index.ts'
import { sealCity, verify } from '../src/modules/ledger/index.ts'
import { configOf } from '../src/platform/config.ts'
import { migrate } from '../src/platform/database/index.ts'
import { openServices, type Opened } from '../src/services.ts'
import { creditCode } from '../testing/registry.ts'

/** What a campaign found. */
export interface Outcome {
  kills: number
  /** Writes the server had answered with success. */
  acknowledged: number
  /** Acknowledged writes that were gone after a restart: organisation or its entry in the ledger. */
  lost: string[]
  /** Differences in the chain of the ledger. */
  broken: number
  /** Times the server did not come back. */
  dead: number
}

const CITY = '370200'
const BIN = join(import.meta.dirname, '../../cli/bin/renshu.js')
const WRITERS = 4
/** A person may register twenty organisations a day; a writer goes through several people before it is killed. */
const EACH = 20
const PEOPLE = 5
const PATIENCE = 120_000

/** Where the server keeps its data: a folder, or a database server beside it. */
type Settings = Record<string, string>

const settingsIn = (folder: string, url?: string): Settings => ({
  DATA_DIR: folder,
  PORT: '0',
  LOG_LEVEL: 'silent',
  DEVELOPMENT: 'true',
  DATABASE_URL: url ?? '',
})

async function within<T>(settings: Settings, work: (services: Opened['services']) => Promise<T>): Promise<T> {
  const opened = await openServices(configOf(settings))
  try {
    return await work(opened.services)
  } finally {
    await opened.close()
  }
}

/** Sessions of people made at the desk, one each. */
const sessionsIn = (settings: Settings, many: number): Promise<string[]> =>
  within(settings, async ({ database, clock, secrets }) => {
    await migrate(database)
    return database.transaction({ kind: 'system', city: CITY }, async (tx) => {
      const desk = { tx, city: CITY, secrets, ...clock }
      const tokens: string[] = []
      for (let n = 0; n < many; n++) {
        const { personId } = await findOrCreate(desk, `139${String(n).padStart(8, '0')}`, '压测')
        tokens.push(await openSession(desk, { personId, userAgent: 'campaign', confirmed: false }))
      }
      return tokens
    })
  })

interface Running {
  child: ChildProcess
  address: string
}

async function started(settings: Settings): Promise<Running | undefined> {
  const child = spawn(process.execPath, [BIN, 'start', '--no-demo'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...settings },
  })
  let said = ''
  child.stderr.setEncoding('utf8').on('data', (text: string) => (said += text))
  const until = Date.now() + PATIENCE
  while (child.exitCode === null && Date.now() < until) {
    const address = /http:\S+?:\d+/.exec(said)?.[0]
    if (address) return { child, address }
    await sleep(20)
  }
  process.stderr.write(said)
  child.kill('SIGKILL')
  return undefined
}

let number = 0

const clientFor = ({ address }: Running, token: string) =>
  clientOf(registryRoutes, {
    origin: address,
    send: (request) => fetch(request),
    newKey: () => `kill-${number}-${token.slice(0, 8)}`,
    headers: () => ({ authorization: `Bearer ${token}` }),
  })

/** Registers organisations one after the other until the server is gone; the ids it acknowledged. */
async function writeUntilKilled(running: Running, tokens: readonly string[], acknowledged: string[]): Promise<void> {
  const clients = tokens.flatMap((token) => Array.from({ length: EACH }, () => clientFor(running, token)))
  for (const client of clients)
    try {
      const creditNumber = ++number
      const body = {
        kind: 'employer',
        name: `样例单位${creditNumber}`,
        creditCode: creditCode(creditNumber),
        district: '370202',
        address: '样例路1号',
      } as const
      acknowledged.push((await client.register({ body })).id)
    } catch (error) {
      // A refusal is a mistake of the campaign; a server that is gone is what it wants.
      if (error instanceof ProblemError && error.problem.status < 500) throw error
      return
    }
}

async function lostIn(services: Opened['services'], acknowledged: readonly string[]): Promise<string[]> {
  const { rows } = await services.database.asOwner((connection) =>
    connection.query(
      `select o.id from registry.organisation o join ledger.entry e on e.city = o.city and e.organisation_id = o.id
       where e.kind = 'registry.organisationRegistered'`,
      [],
    ),
  )
  const kept = new Set(rows.map(({ id }) => id as string))
  return acknowledged.filter((id) => !kept.has(id))
}

/** Waits for the first write of a server to be acknowledged. */
async function grown(acknowledged: readonly string[]): Promise<void> {
  const before = acknowledged.length
  const until = Date.now() + PATIENCE
  while (acknowledged.length === before && Date.now() < until) await sleep(5)
}

/** Looks after a kill whether what the server had answered is still there. */
const examine = (settings: Settings, kill: number, acknowledged: readonly string[], outcome: Outcome): Promise<void> =>
  within(settings, async (services) => {
    if (kill % 2) await sealCity(services, CITY)
    outcome.broken += (await verify(services.database, CITY)).found
    outcome.lost = await lostIn(services, acknowledged)
  })

/** A server that writes until it is killed; false where it did not come up. */
async function killOnce(settings: Settings, kill: number, tokens: readonly string[], acknowledged: string[]) {
  const running = await started(settings)
  if (!running) return false
  const writing = Array.from({ length: WRITERS }, (_, writer) =>
    writeUntilKilled(running, tokens.slice(writer * PEOPLE, (writer + 1) * PEOPLE), acknowledged),
  )
  // Moments spread over start, middle and end of transactions; never the same twice.
  await Promise.race([grown(acknowledged), ...writing])
  await sleep((kill * 137) % 1000)
  const gone = once(running.child, 'exit')
  running.child.kill('SIGKILL')
  await Promise.all([gone, ...writing])
  return true
}

export interface Campaign {
  times: number
  /** In a temporary server of its own instead of the embedded database. */
  postgres?: boolean
  onKill?: (kill: number) => void
}

/** Kills a server under write load `times` times, and looks each time whether what it had answered is still there. */
export async function campaign({ times, postgres = false, onKill = () => {} }: Campaign): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-kill-'))
  const outcome: Outcome = { kills: 0, acknowledged: 0, lost: [], broken: 0, dead: 0 }
  const acknowledged: string[] = []
  const cluster = postgres ? await startCluster() : undefined
  const settings = settingsIn(folder, cluster?.url)
  try {
    const tokens = await sessionsIn(settings, times * WRITERS * PEOPLE)
    for (let kill = 0; kill < times; kill++) {
      const mine = tokens.slice(kill * WRITERS * PEOPLE, (kill + 1) * WRITERS * PEOPLE)
      if (!(await killOnce(settings, kill, mine, acknowledged))) {
        outcome.dead++
        continue
      }
      outcome.kills++
      await examine(settings, kill, acknowledged, outcome)
      onKill(outcome.kills)
    }
    outcome.acknowledged = acknowledged.length
    return outcome
  } finally {
    await cluster?.remove()
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `npx tsx server/campaigns/kill.ts [--times 100] [--postgres]` */
async function main(): Promise<void> {
  const { values } = parseArgs({
    options: { times: { type: 'string', default: '100' }, postgres: { type: 'boolean', default: false } },
  })
  const outcome = await campaign({
    times: Number(values.times),
    postgres: values.postgres,
    onKill: (kill) => process.stderr.write(`\r${kill}`),
  })
  process.stdout.write(`\n${JSON.stringify(outcome)}\n`)
  process.exitCode = outcome.lost.length || outcome.broken || outcome.dead ? 1 : 0
}

if (import.meta.filename === process.argv[1]) await main()
