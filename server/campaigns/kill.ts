import { once } from 'node:events'
import { mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { parseArgs } from 'node:util'
import { startCluster } from '@renshu/temporary-postgres'
import { createOfficer, findOrCreate, openSession } from '../src/modules/accounts/index.ts'
import { sealCity, verify } from '../src/modules/ledger/index.ts'
import { migrate } from '../src/platform/database/index.ts'
import { type Acknowledged, hireUntilKilled, hiringFaults, openMarket, stepsLost } from './kill/hiring.ts'
import { organisationsLost, registerUntilKilled } from './kill/registering.ts'
import { CITY, PATIENCE, type Settings, settingsIn, started, within } from './kill/running.ts'

/** What a campaign found. */
export interface Outcome {
  kills: number
  /** Registrations and steps of hiring that the server had answered with success. */
  registered: number
  steps: number
  /** Those of them that were gone after a restart: an organisation or its entry in the ledger, a step. */
  lost: string[]
  /** Rules of hiring that did not hold after a restart. */
  faults: string[]
  /** Differences in the chain of the ledger. */
  broken: number
  /** Times the server did not come back. */
  dead: number
}

const WRITERS = 3
const HIRERS = 3
/** People of one writer, and talents of one kill. */
const PEOPLE = 5
const TALENTS = 12

/** Who writes until one kill: sessions of people made at the desk. */
interface Cast {
  writers: string[][]
  owner: string
  officer: string
  talents: string[]
}

const castsIn = (settings: Settings, many: number): Promise<Cast[]> =>
  within(settings, async ({ database, clock, secrets }) => {
    await migrate(database)
    return database.transaction({ kind: 'system', city: CITY }, async (tx) => {
      const desk = { tx, city: CITY, secrets, ...clock }
      let phones = 0
      const newPhone = () => `139${String(++phones).padStart(8, '0')}`
      const session = (personId: string, confirmed = false) =>
        openSession(desk, { personId, userAgent: 'campaign', confirmed })
      const people = async (count: number): Promise<string[]> => {
        const tokens: string[] = []
        for (let n = 0; n < count; n++)
          tokens.push(await session((await findOrCreate(desk, newPhone(), '压测')).personId))
        return tokens
      }
      const bureau = { phone: newPhone(), name: '压测经办', district: null, administrator: false }
      const officer = await session((await createOfficer(desk, bureau)).personId, true)
      const casts: Cast[] = []
      for (let kill = 0; kill < many; kill++) {
        const writers: string[][] = []
        for (let writer = 0; writer < WRITERS; writer++) writers.push(await people(PEOPLE))
        const [owner] = await people(1)
        casts.push({ writers, owner: owner!, officer, talents: await people(TALENTS) })
      }
      return casts
    })
  })

/** What the servers have acknowledged so far. */
interface Said {
  organisations: string[]
  steps: Acknowledged[]
}

const countOf = ({ organisations, steps }: Said): [number, number] => [organisations.length, steps.length]

/** Waits for a first write of each kind to be acknowledged. */
async function grown(said: Said, before: readonly number[]): Promise<void> {
  const until = Date.now() + PATIENCE
  while (Date.now() < until && !countOf(said).every((count, at) => count > before[at]!)) await sleep(5)
}

/** Looks after a kill whether what the server had answered is still there, and whether the rules hold. */
const examine = (settings: Settings, kill: number, said: Said, outcome: Outcome): Promise<void> =>
  within(settings, async (services) => {
    if (kill % 2) await sealCity(services, CITY)
    outcome.broken += (await verify(services.database, CITY)).found
    outcome.lost = [
      ...(await organisationsLost(services, said.organisations)),
      ...(await stepsLost(services, said.steps)),
    ]
    outcome.faults = [...new Set([...outcome.faults, ...(await hiringFaults(services))])]
  })

/** A server that writes until it is killed; false where it did not come up. */
async function killOnce(settings: Settings, kill: number, cast: Cast, said: Said): Promise<boolean> {
  const running = await started(settings)
  if (!running) return false
  const market = await openMarket(running, cast)
  const before = countOf(said)
  const writing = [
    ...cast.writers.map((tokens) => registerUntilKilled(running, tokens, said.organisations)),
    ...Array.from({ length: HIRERS }, (_, first) => hireUntilKilled(running, market, [first, HIRERS], said.steps)),
  ]
  // Moments spread over start, middle and end of transactions; never the same twice.
  await Promise.race([grown(said, before), Promise.all(writing)])
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
  const outcome: Outcome = { kills: 0, registered: 0, steps: 0, lost: [], faults: [], broken: 0, dead: 0 }
  const said: Said = { organisations: [], steps: [] }
  const cluster = postgres ? await startCluster() : undefined
  const settings = settingsIn(folder, cluster?.url)
  try {
    for (const [kill, cast] of (await castsIn(settings, times)).entries()) {
      if (!(await killOnce(settings, kill, cast, said))) {
        outcome.dead++
        continue
      }
      outcome.kills++
      await examine(settings, kill, said, outcome)
      onKill(outcome.kills)
    }
    return { ...outcome, registered: said.organisations.length, steps: said.steps.length }
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
  const { lost, faults, broken, dead } = outcome
  process.exitCode = lost.length || faults.length || broken || dead ? 1 : 0
}

if (import.meta.filename === process.argv[1]) await main()
