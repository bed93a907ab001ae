/**
 * Calls every route with many inputs made from its contract and reports what broke:
 * `npx tsx server/campaigns/fuzz.ts [--inputs 1000000] [--seed 1] [--postgres] [--at-once 4]
 * [--minutes 60]`. Ends with 1 where something did, and after that many minutes with what it has.
 */
import { parseArgs } from 'node:util'
import { Database, migrate, openPglite, openPostgres, type Pool } from '../src/platform/database/index.ts'
import { startCluster } from '@renshu/temporary-postgres'
import { fuzz, type FuzzReport } from '../testing/fuzz/fuzz.ts'
import { type Ground, openGround } from '../testing/fuzz/ground.ts'

const HANG = 1000
const MOST_SHOWN = 20
/** Calls of one route in a row; small, so that all routes get their share of a run that is broken off. */
const IN_A_ROW = 20
/** Passwords are hashed for half a second by design, files are read by a thread of their own. */
const SHARES = { password: 100, file: 5 }

const { values: flags } = parseArgs({
  options: {
    inputs: { type: 'string', default: '1000000' },
    seed: { type: 'string', default: '1' },
    postgres: { type: 'boolean', default: false },
    'at-once': { type: 'string', default: '4' },
    minutes: { type: 'string', default: 'Infinity' },
  },
})

/** A migrated database of our own, and how to be rid of it. */
async function openOwn(): Promise<{ pool: Pool; remove: () => Promise<void> }> {
  const cluster = flags.postgres ? await startCluster() : undefined
  const pool = cluster ? openPostgres({ url: cluster.url, onError: () => {} }) : await openPglite()
  await migrate(new Database(pool))
  return { pool, remove: async () => cluster?.remove() }
}

interface Findings {
  inputs: number
  past: number
  statuses: Record<string, number>
  broken: FuzzReport['broken']
  slow: { route: string; call: string; ms: number }[]
}

function note(findings: Findings, { inputs, past, perRoute, broken }: FuzzReport): void {
  findings.inputs += inputs
  findings.past += past
  findings.broken.push(...broken)
  for (const { statuses } of Object.values(perRoute))
    for (const [status, times] of Object.entries(statuses))
      findings.statuses[status] = (findings.statuses[status] ?? 0) + times
}

/** Rounds over all routes until enough inputs were tried. */
async function campaign(ground: Ground, wanted: number, firstSeed: number): Promise<Findings> {
  const findings: Findings = { inputs: 0, past: 0, statuses: {}, broken: [], slow: [] }
  const { slow } = findings
  const times = Math.min(IN_A_ROW, Math.ceil(wanted / ground.endpoints.length))
  const end = performance.now() + Number(flags.minutes) * 60_000
  for (let seed = firstSeed; findings.inputs < wanted && performance.now() < end; seed++) {
    const onCall: Parameters<typeof fuzz>[0]['onCall'] = ({ route, call, ms }) => {
      if (ms > HANG) slow.push({ route, call: JSON.stringify(call), ms })
    }
    const report = await fuzz({ ...ground, times, seed, onCall, shares: SHARES, atOnce: Number(flags['at-once']) })
    for (const { route, status } of report.broken) process.stderr.write(`  ${status} ${route}\n`)
    note(findings, report)
    const { inputs, broken } = findings
    process.stderr.write(`seed ${seed}: ${inputs} inputs, ${broken.length} broken, ${slow.length} over ${HANG} ms\n`)
  }
  return findings
}

const print = (line: string) => process.stdout.write(`${line}\n`)
/** Long texts of a call are cut: the seed makes it again. */
const shown = (call: string) => (call.length > 600 ? `${call.slice(0, 600)}…` : call)

function tell({ inputs, past, statuses, broken, slow }: Findings, routes: number, seconds: number): void {
  print(
    `${inputs} inputs to ${routes} routes in ${Math.round(seconds)} s on ${flags.postgres ? 'PostgreSQL' : 'PGlite'}`,
  )
  print(`${Math.round((100 * past) / inputs)} % past the contract; statuses ${JSON.stringify(statuses)}`)
  print(`${broken.length} answers of 5xx or none`)
  for (const { route, status, call } of broken.slice(0, MOST_SHOWN)) print(`  ${status} ${route} ${shown(call)}`)
  print(`${slow.length} answers after more than ${HANG} ms`)
  for (const { route, ms, call } of slow.slice(0, MOST_SHOWN)) print(`  ${Math.round(ms)} ms ${route} ${shown(call)}`)
}

const began = performance.now()
const { pool, remove } = await openOwn()
try {
  const ground = await openGround(pool)
  try {
    const findings = await campaign(ground, Number(flags.inputs), Number(flags.seed))
    tell(findings, ground.endpoints.length, (performance.now() - began) / 1000)
    process.exitCode = findings.broken.length ? 1 : 0
  } finally {
    await ground.close()
  }
} finally {
  await remove()
}
