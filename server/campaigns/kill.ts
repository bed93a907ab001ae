import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { clientOf, ProblemError, registryRoutes } from '@renshu/contracts'
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
/** A session may register twenty organisations a day. */
const SESSIONS_EACH = 4
const PATIENCE = 120_000

const settingsIn = (folder: string) => ({ DATA_DIR: folder, PORT: '0', LOG_LEVEL: 'silent', DEVELOPMENT: 'true' })

async function within<T>(folder: string, work: (services: Opened['services']) => Promise<T>): Promise<T> {
  const opened = await openServices(configOf(settingsIn(folder)))
  try {
    return await work(opened.services)
  } finally {
    await opened.close()
  }
}

/** Sessions of one person, made at the desk. */
const sessionsIn = (folder: string, many: number): Promise<string[]> =>
  within(folder, async ({ database, clock, secrets }) => {
    await migrate(database)
    return database.transaction({ kind: 'system', city: CITY }, async (tx) => {
      const desk = { tx, city: CITY, secrets, ...clock }
      const { personId } = await findOrCreate(desk, '13900000001', '压测')
      const tokens: string[] = []
      for (let n = 0; n < many; n++)
        tokens.push(await openSession(desk, { personId, userAgent: 'campaign', confirmed: false }))
      return tokens
    })
  })

interface Running {
  child: ChildProcess
  address: string
}

async function started(folder: string): Promise<Running | undefined> {
  const child = spawn(process.execPath, [BIN, 'start', '--no-demo'], {
    stdio: ['ignore', 'ignore', 'pipe'],
    env: { ...process.env, ...settingsIn(folder) },
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

/** Registers organisations one after the other until the server is gone; the ids it acknowledged. */
async function writeUntilKilled({ address }: Running, token: string, acknowledged: string[]): Promise<void> {
  const client = clientOf(registryRoutes, {
    origin: address,
    send: (request) => fetch(request),
    newKey: () => `kill-${number}-${token.slice(0, 8)}`,
    headers: () => ({ authorization: `Bearer ${token}` }),
  })
  for (;;)
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

/** Kills a server under write load `times` times, and looks each time whether what it had answered is still there. */
export async function campaign(times: number, onKill: (kill: number) => void = () => {}): Promise<Outcome> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-kill-'))
  const outcome: Outcome = { kills: 0, acknowledged: 0, lost: [], broken: 0, dead: 0 }
  const acknowledged: string[] = []
  try {
    const tokens = await sessionsIn(folder, times * SESSIONS_EACH)
    for (let kill = 0; kill < times; kill++) {
      const running = await started(folder)
      if (!running) {
        outcome.dead++
        continue
      }
      const mine = tokens.slice(kill * SESSIONS_EACH, kill * SESSIONS_EACH + WRITERS)
      const writing = mine.map((token) => writeUntilKilled(running, token, acknowledged))
      // Moments spread over start, middle and end of transactions; never the same twice.
      await Promise.race([grown(acknowledged), ...writing])
      await sleep((kill * 137) % 1000)
      const gone = once(running.child, 'exit')
      running.child.kill('SIGKILL')
      await Promise.all([gone, ...writing])
      outcome.kills++
      await within(folder, async (services) => {
        if (kill % 2) await sealCity(services, CITY)
        outcome.broken += (await verify(services.database, CITY)).found
        outcome.lost.push(...(await lostIn(services, acknowledged)))
      })
      onKill(outcome.kills)
    }
    outcome.acknowledged = acknowledged.length
    return outcome
  } finally {
    rmSync(folder, { recursive: true, force: true })
  }
}

/** `npx tsx server/campaigns/kill.ts --times 100` */
async function main(): Promise<void> {
  const { values } = parseArgs({ options: { times: { type: 'string', default: '100' } } })
  const outcome = await campaign(Number(values.times), (kill) => process.stderr.write(`\r${kill}`))
  process.stdout.write(`\n${JSON.stringify(outcome)}\n`)
  process.exitCode = outcome.lost.length || outcome.broken || outcome.dead ? 1 : 0
}

if (import.meta.filename === process.argv[1]) await main()
