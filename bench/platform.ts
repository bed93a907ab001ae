/**
 * The running platform, on the embedded database and on a PostgreSQL server: requests per second with their latencies,
 * import of a register, ledger, cold start, script per first view. `--short` imports 5,000 rows instead of 100,000.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { buildPages } from '@renshu/server'
import { findPostgres, startCluster } from '@renshu/temporary-postgres'
import { coldStart } from './platform/cold-start.ts'
import { firstViews } from './platform/first-view.ts'
import { type Call, load } from './platform/load.ts'
import { makeRegister } from './platform/register.ts'
import { type BenchServer, startBenchServer } from './platform/server.ts'

const SHORT = process.argv.includes('--short')
const SECONDS = SHORT ? 2 : 4
const ROWS = SHORT ? 5000 : 100_000

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const number = (value: number): string => Math.round(value).toLocaleString('en')
const row = (cells: readonly string[]): void => print(`| ${cells.join(' | ')} |`)

async function ask<T>(server: BenchServer, path: string, token?: string): Promise<T> {
  const response = await fetch(server.address + path, { headers: token ? { authorization: `Bearer ${token}` } : {} })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

const organisationOf = async (server: BenchServer, token: string | undefined): Promise<string> =>
  (await ask<{ memberships: [{ organisationId: string }] }>(server, '/api/me', token)).memberships[0].organisationId

async function printLoad(server: BenchServer, name: string, call: () => Call): Promise<void> {
  const { rate, p50, p99 } = await load(server.address, SECONDS, call)
  row([name, `${number(rate)} requests/s`, `p50 ${p50.toFixed(1)} ms`, `p99 ${p99.toFixed(1)} ms`])
}

const WORDS = ['人力', 'qingdao', 'rlzy', '有限公司', '海']
/** A word that is searched for, another each time. */
function words(): () => Call {
  let at = 0
  return () => ({
    method: 'GET',
    path: `/api/organisations?limit=20&q=${encodeURIComponent(WORDS[at++ % WORDS.length]!)}`,
  })
}

async function printLoads(server: BenchServer, agencyId: string): Promise<void> {
  const token = server.tokens.agencyOwner
  const agency = `/api/organisations/${agencyId}`
  await printLoad(server, 'a bare route', () => ({ method: 'GET', path: '/api/health' }))
  await printLoad(server, 'directory, a word', words())
  await printLoad(server, 'profile', () => ({ method: 'GET', path: agency }))
  await printLoad(server, 'guarded read: members', () => ({ method: 'GET', path: `${agency}/members`, token }))
  const body = { name: '示例从业者', certificateNumber: null, fromOn: '2026-01-05' }
  const path = `${agency}/practitioners`
  await printLoad(server, 'guarded write: practitioner', () => ({ method: 'POST', path, token, body }))
}

interface Import {
  id: string
  status: 'running' | 'done' | 'failed'
  created: number
  detail?: string
}

/** Until the last row is written; what others wait meanwhile is printed beside it. */
async function printImport(server: BenchServer, register: Uint8Array<ArrayBuffer>): Promise<void> {
  const began = performance.now()
  const token = server.tokens.administrator
  const response = await fetch(`${server.address}/api/registry/imports?name=${encodeURIComponent('名册.xlsx')}`, {
    method: 'POST',
    headers: { authorization: `Bearer ${token}`, 'idempotency-key': 'bench-import' },
    body: register,
  })
  let report = (await response.json()) as Import
  let longest = 0
  while (report.status === 'running') {
    await sleep(100)
    const asked = performance.now()
    report = await ask<Import>(server, `/api/registry/imports/${report.id}`, token)
    longest = Math.max(longest, performance.now() - asked)
  }
  if (report.created !== ROWS) throw new Error(`${report.created} of ${ROWS} rows were imported: ${report.detail}`)
  const seconds = (performance.now() - began) / 1000
  row(['import of a register', `${number(ROWS / seconds)} rows/s`, `${number(ROWS)} rows`, `${seconds.toFixed(1)} s`])
  row(['a look at it meanwhile', '', '', `longest ${number(longest)} ms`])
}

async function printLedger(server: BenchServer): Promise<void> {
  const answer = await server.ask({ kind: 'ledger', single: SHORT ? 500 : 2000, bulk: ROWS })
  if (answer.kind !== 'ledger') throw new Error('no answer about the ledger')
  const { single, bulk, sealed, verified } = answer.speeds
  row(['ledger, one by one', `${number(single)} entries/s`, 'a transaction each', ''])
  row(['ledger, in bulk', `${number(bulk)} entries/s`, '5,000 at once', ''])
  row(['ledger, sealing', `${number(sealed)} entries/s`, '', ''])
  row(['ledger, verification', `${number(verified)} entries/s`, '', ''])
}

async function printViews(server: BenchServer, agencyId: string): Promise<void> {
  const organisationId = await organisationOf(server, server.tokens.employerOwner)
  const views = await firstViews(server.address, organisationId, agencyId, server.tokens)
  if (views.length === 0) return print('script per first view: skipped, there is no Chromium')
  print('script per first view, an empty cache, as it goes over the wire')
  for (const { page, scripts, bytes } of views) row([page, `${number(bytes / 1000)} kB`, `${scripts} files`])
  print('')
}

async function run(name: string, settings: Record<string, string>, register: Uint8Array<ArrayBuffer>): Promise<void> {
  print(`\n### ${name} · load of the machine before: ${loadavg()[0]!.toFixed(1)}`)
  const server = await startBenchServer(settings)
  try {
    const agencyId = await organisationOf(server, server.tokens.agencyOwner)
    const { total } = await ask<{ total: number }>(server, '/api/organisations?limit=1')
    print(`${number(total)} organisations in the directory`)
    if (!settings['DATABASE_URL']) await printViews(server, agencyId)
    await printLoads(server, agencyId)
    await printImport(server, register)
    await printLoad(server, 'directory after the import', words())
    await printLedger(server)
  } finally {
    await server.end()
  }
}

async function onPostgres(folder: string, register: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!findPostgres()) return print('\n### PostgreSQL · skipped, it is not installed')
  const cluster = await startCluster()
  try {
    await run('PostgreSQL (without fsync)', { DATABASE_URL: cluster.url, DATA_DIR: join(folder, 'server') }, register)
  } finally {
    await cluster.remove()
  }
}

async function printStarts(folder: string): Promise<void> {
  const empty = await coldStart(folder)
  const again = await coldStart(folder)
  print('\n### cold start to the first page')
  row(['empty folder, city made up', `${empty.toFixed(1)} s`])
  row(['the same folder again', `${again.toFixed(1)} s`])
}

const folder = mkdtempSync(join(tmpdir(), 'renshu-bench-'))
try {
  await buildPages()
  const register = await makeRegister(folder, ROWS)
  await run('PGlite', { DATA_DIR: join(folder, 'embedded'), DATABASE_URL: '' }, register)
  await onPostgres(folder, register)
  await printStarts(join(folder, 'start'))
} finally {
  rmSync(folder, { recursive: true, force: true })
}
