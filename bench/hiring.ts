/**
 * The loop of hiring, on the embedded database and on a PostgreSQL server: requests per second with their latencies, how
 * soon a change is seen, import of a table of postings, memory and start of the indexes, script of the public pages.
 *
 * `--size=small` 20,000 people × 5,000 open postings, the default; `large` 200,000 × 50,000; `tiny`, also `--short`, 1,000
 * × 300. `--database=pglite` or `postgres`; both where none is named. `--rows=N` of the table that is imported, 0 for no
 * import. `--folder=PATH` keeps the embedded city for the next run, which then does not make it up again.
 */
import { execFile } from 'node:child_process'
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { setTimeout as sleep } from 'node:timers/promises'
import { promisify } from 'node:util'
import { buildPages } from '@renshu/server'
import { findPostgres, startCluster } from '@renshu/temporary-postgres'
import { readOptions } from './hiring/options.ts'
import { type HiringServer, startHiringServer } from './hiring/server.ts'
import { makePostingsTable } from './hiring/table.ts'
import { publicViews } from './hiring/views.ts'
import { measureVisibility } from './hiring/visibility.ts'
import { type Call, type Load, load } from './platform/load.ts'

const { size, sizes, databases, rows: ROWS, folder: KEPT } = readOptions(process.argv.slice(2))
const SHORT = size === 'tiny'
const SECONDS = SHORT ? 2 : 5
const EMPTY = { talents: 0, postings: 0, agencies: 0, employers: 0 }

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const number = (value: number): string => Math.round(value).toLocaleString('en')
const megabytes = (bytes: number): string => `${number(bytes / 1e6)} MB`
const row = (cells: readonly string[]): void => print(`| ${cells.join(' | ')} |`)

/** Callers from many addresses, since limits are counted for each. */
let callers = 0
const from = (): string => `10.${(callers >> 16) & 255}.${(callers >> 8) & 255}.${callers++ & 255}`

async function ask<T>(server: HiringServer, path: string, token?: string): Promise<T> {
  const headers = { 'x-forwarded-for': from(), ...(token && { authorization: `Bearer ${token}` }) }
  const response = await fetch(server.address + path, { headers })
  if (!response.ok) throw new Error(`${path} answered ${response.status}`)
  return (await response.json()) as T
}

const QUESTIONS = ['叉车司机', 'dgong', '会计 黄岛', '软件工程师 一万', '包住 夜班', '厨师', 'kuaidi', '护士 双休']

/** Ids of postings that are open, as many as pages of the list give at once. */
async function openPostings(server: HiringServer): Promise<string[]> {
  const ids: string[] = []
  let path = '/api/jobs?limit=100'
  for (let page = 0; page < 10; page++) {
    const { items, next } = await ask<{ items: { id: string }[]; next: string | null }>(server, path)
    ids.push(...items.map(({ id }) => id))
    if (!next) break
    path = `/api/jobs?limit=100&cursor=${encodeURIComponent(next)}`
  }
  return ids
}

const get = (path: string, token?: string): Call => ({ method: 'GET', path, token, from: from() })

/** What is asked, another each time. */
function callsOf(server: HiringServer, jobs: readonly string[]): Record<string, () => Call> {
  let at = 0
  const { seekers } = server
  const question = () => encodeURIComponent(QUESTIONS[at++ % QUESTIONS.length]!)
  return {
    'a bare route': () => get('/api/health'),
    'search, words': () => get(`/api/jobs?limit=20&q=${question()}`),
    'search, words in a district': () => get(`/api/jobs?limit=20&place=370211&q=${question()}`),
    'job page': () => get(`/api/jobs/${jobs[at++ % jobs.length]}`),
    recommendations: () => get('/api/me/recommendations', seekers[at++ % seekers.length]),
    // Each pair once; a posting that is full meanwhile, or was applied to within the year, says so.
    apply: () => ({
      method: 'POST',
      path: '/api/me/processes',
      token: seekers[at % seekers.length],
      from: from(),
      body: { jobId: jobs[Math.floor(at++ / seekers.length) % jobs.length], shareContact: true },
      refusals: [409],
    }),
  }
}

/** People whose wish still holds: nothing is recommended to the others until they say it again. */
async function looking(server: HiringServer): Promise<string[]> {
  const tokens: string[] = []
  for (const token of server.seekers) {
    const { path } = get('/api/me/recommendations')
    const { ok } = await fetch(server.address + path, { headers: { authorization: `Bearer ${token}` } })
    if (ok) tokens.push(token)
  }
  return tokens
}

async function printLoads(server: HiringServer): Promise<void> {
  const seekers = await looking(server)
  if (seekers.length === 0) throw new Error('nobody is recommended anything')
  const calls = callsOf({ ...server, seekers }, await openPostings(server))
  let bare: Load | undefined
  for (const [name, call] of Object.entries(calls)) {
    const measured = await load(server.address, name === 'apply' ? Math.min(SECONDS, 3) : SECONDS, call)
    bare ??= measured
    const { rate, p50, p99 } = measured
    const share = `${Math.round((100 * rate) / bare.rate)} % of the bare route`
    row([name, `${number(rate)} requests/s`, `p50 ${p50.toFixed(1)} ms`, `p99 ${p99.toFixed(1)} ms`, share])
  }
}

interface Report {
  id: string
  done: boolean
  problem: string | null
  created: number
  waiting: number
  read: number
}

/** Until the last row is written, through the same route as in the browser. */
async function printImport(server: HiringServer, table: Uint8Array<ArrayBuffer>): Promise<void> {
  const token = server.tokens.employerOwner!
  const me = await ask<{ memberships: [{ organisationId: string }] }>(server, '/api/me', token)
  const path = `/api/organisations/${me.memberships[0].organisationId}/job-imports`
  const began = performance.now()
  const headers = { authorization: `Bearer ${token}`, 'idempotency-key': `bench-${process.pid}` }
  const sent = await fetch(`${server.address}${path}?name=bench.xlsx`, { method: 'POST', headers, body: table })
  if (!sent.ok) throw new Error(`the import answered ${sent.status}: ${await sent.text()}`)
  let report = (await sent.json()) as Report
  while (!report.done) {
    await sleep(200)
    report = await ask<Report>(server, `${path}/${report.id}`, token)
  }
  const lasted = (performance.now() - began) / 1000
  if (report.read !== ROWS) throw new Error(`${report.read} of ${ROWS} rows were read: ${report.problem}`)
  const taken = `${number(report.created)} taken, ${number(report.waiting)} of them wait for an officer`
  row(['import of postings', `${number(ROWS / lasted)} rows/s`, `${lasted.toFixed(1)} s`, taken, ''])
}

const most = (values: readonly number[]): string => `${number(Math.max(...values))} ms at most`

async function printVisibility(server: HiringServer): Promise<void> {
  const { search, match } = await measureVisibility(server, SHORT ? 3 : 10, from)
  row(['a new posting in search', most(search), `of ${search.length}`, '', ''])
  row(['the same in matches', most(match), `of ${match.length}`, '', ''])
}

async function printViews(server: HiringServer): Promise<void> {
  const views = await publicViews(server)
  if (views.length === 0) return print('script per first view: skipped, there is no Chromium')
  for (const { page, scripts, bytes } of views)
    row([`script of ${page}, first view`, `${number(bytes / 1000)} kB`, `${scripts} files`, '', ''])
}

interface Place {
  settings: Record<string, string>
  /** Ends what a database still does about a city that was made up just now. */
  settle?: () => Promise<unknown>
}

async function run(name: string, { settings, settle }: Place, table: Uint8Array<ArrayBuffer>): Promise<void> {
  print(`\n### ${name} · load of the machine before: ${loadavg()[0]!.toFixed(1)}`)
  const first = await startHiringServer(settings, sizes)
  const made = first.made
  await first.end()
  await settle?.()
  const server = await startHiringServer(settings, sizes)
  try {
    const { total } = await ask<{ total: number }>(server, '/api/jobs?limit=1')
    print(`${number(sizes.talents)} people, ${number(total)} open postings, made up in ${made.toFixed(1)} s\n`)
    row(['start: queue, indexes, listening', `${server.started.toFixed(1)} s`, '', '', ''])
    row(['memory after it, heap and buffers', megabytes(server.memory), `indexes ${megabytes(server.indexes)}`, '', ''])
    if (!settings['DATABASE_URL']) await printViews(server)
    await printLoads(server)
    await printVisibility(server)
    if (table.length === 0) return
    await printImport(server, table)
    await printVisibility(server)
  } finally {
    await server.end()
  }
}

async function onPostgres(folder: string, table: Uint8Array<ArrayBuffer>): Promise<void> {
  if (!findPostgres()) return print('\n### PostgreSQL · skipped, it is not installed')
  const cluster = await startCluster()
  const settings = { DATABASE_URL: cluster.url, DATA_DIR: join(folder, 'server'), DATA_KEY: 'ab'.repeat(32) }
  try {
    // Else its workers clean up beside the measuring, for minutes.
    const settle = () => promisify(execFile)('psql', [cluster.url, '-qc', 'vacuum (analyze)', '-c', 'checkpoint'])
    await run('PostgreSQL (without fsync)', { settings, settle }, table)
  } finally {
    await cluster.remove()
  }
}

/** What a city without postings and people needs, to tell what the indexes add. */
async function printEmpty(folder: string): Promise<void> {
  const server = await startHiringServer({ DATA_DIR: folder, DATABASE_URL: '' }, EMPTY)
  await server.end()
  print(`\nan empty city: start ${server.started.toFixed(1)} s, memory ${megabytes(server.memory)}`)
}

const folder = mkdtempSync(join(tmpdir(), 'renshu-bench-'))
try {
  await buildPages()
  const table = ROWS > 0 ? await makePostingsTable(folder, ROWS) : new Uint8Array()
  await printEmpty(join(folder, 'empty'))
  if (databases.includes('pglite'))
    await run('PGlite', { settings: { DATA_DIR: KEPT ?? join(folder, 'embedded'), DATABASE_URL: '' } }, table)
  if (databases.includes('postgres')) await onPostgres(folder, table)
} finally {
  rmSync(folder, { recursive: true, force: true })
}
