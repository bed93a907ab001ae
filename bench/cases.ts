/**
 * Cases, policies and payments over the real server, on the embedded database and on a PostgreSQL server: cases a second
 * through seven steps with their chain, nights in which everybody entitled is looked for, a budget over the city, a batch
 * from the decision to the booked answer of the bank; the engine alone; commands of the simulation; mistakes in rule files
 * that their cases find. Decisions and rows a second of the policies are printed by `policy`: `npm run bench -- policy cases`.
 *
 * The server is a process of its own with the made-up city, asked over HTTP through the typed client by eight at once.
 * `--short`; `--database=pglite` or `postgres`, both where none is named; `--cases=N`, `--payables=N`, `--commands=N`.
 * A sum that differs by a fen, a broken chain or a case that ends elsewhere ends it with an error.
 */
import { mkdtempSync, rmSync } from 'node:fs'
import { loadavg, tmpdir } from 'node:os'
import { join } from 'node:path'
import { findPostgres, startCluster } from '@renshu/temporary-postgres'
import { runBudget } from './cases/budget.ts'
import { runCampaign } from './cases/campaign.ts'
import { measureEngine } from './cases/engine.ts'
import { driveCases, type Driven, STEPS } from './cases/journey.ts'
import { readOptions } from './cases/options.ts'
import { payBatch } from './cases/payments.ts'
import { type CasesServer, startCasesServer } from './cases/server.ts'

const { isShort, databases, cases, payables, commands, sizes } = readOptions(process.argv.slice(2))
const WARM = 4
const RULES = ['decided', 'found', 'ended'] as const

const print = (line: string): void => void process.stdout.write(`${line}\n`)
const tell = (line: string): void => void process.stderr.write(`${line}\n`)
const number = (value: number): string => Math.round(value).toLocaleString('en')
const precise = (value: number): string => (value < 100 ? value.toFixed(1) : number(value))
const row = (cells: readonly string[]): void => print(`| ${cells.join(' | ')} |`)
const yuan = (fen: number): string => `${number(Math.trunc(fen / 100))}.${String(fen % 100).padStart(2, '0')}`

async function printNights(server: CasesServer): Promise<void> {
  const nights = await server.ask({ kind: 'nights' })
  const [first, second] = nights
  if (!first || !second || first.found === 0 || second.found + second.ended > 0)
    throw new Error(`a second night found something else than the first: ${JSON.stringify(nights)}`)
  for (const [place, night] of nights.entries())
    row([
      `免申即享, ${place === 0 ? 'first' : 'second'} night`,
      `${number(night.decided / night.seconds)} decisions/s`,
      `${night.seconds.toFixed(2)} s`,
      RULES.map((name) => `${number(night[name])} ${name}`).join(', '),
    ])
}

async function printBudget(server: CasesServer): Promise<void> {
  const { subjects, granted, seconds } = await runBudget(server)
  const found = `${number(subjects)} firms, ${number(granted)} granted`
  row(['budget of a policy over the city', `${number(subjects / seconds)} firms/s`, `${seconds.toFixed(2)} s`, found])
}

function printDriven({ caseIds, seconds, times }: Driven): void {
  const { length } = caseIds
  const steps = length * STEPS.length
  row(['cases', `${precise(length / seconds)} cases/s`, `${precise(steps / seconds)} steps/s`, `${length} cases`])
  for (const { name, p50, p99 } of times.rows())
    row([
      name === 'form' ? 'form filled in, papers brought' : name === 'look' ? 'case opened' : `step ${name}`,
      '',
      `p50 ${number(p50)} ms`,
      `p99 ${number(p99)} ms`,
    ])
}

async function printCases(server: CasesServer): Promise<string> {
  const applicants = await server.ask({ kind: 'applicants', count: cases + WARM })
  await driveCases(server, applicants.slice(cases), () => {})
  const driven = await driveCases(server, applicants.slice(0, cases), (done) => {
    if (done % 20 === 0) tell(`${done} of ${cases} cases`)
  })
  printDriven(driven)
  const { events, seconds } = await server.ask({ kind: 'chains', caseIds: driven.caseIds })
  if (events !== cases * STEPS.length) throw new Error(`${events} events of ${cases} cases`)
  row(['chains read and verified', `${number(events / seconds)} events/s`, `${number(events)} events`, 'all whole'])
  return applicants[0]!.personId
}

async function printPayments(server: CasesServer, count: number, personId: string): Promise<void> {
  const { rows, sumFen, parts } = await payBatch(server, count, personId)
  for (const [name, seconds] of parts)
    row([`payments, ${name}`, `${number(rows / seconds)} rows/s`, `${seconds.toFixed(2)} s`, ''])
  row(['sum decided = sent = answered = booked', yuan(sumFen), `${number(rows)} rows`, 'to the fen'])
}

async function run(name: string, settings: Record<string, string>, payments: number): Promise<void> {
  print(`\n### ${name} · load of the machine before: ${loadavg()[0]!.toFixed(1)}`)
  tell('the city is made up')
  const server = await startCasesServer(settings, sizes)
  try {
    await printNights(server)
    await printBudget(server)
    tell('cases')
    const personId = await printCases(server)
    tell('payments')
    await printPayments(server, payments, personId)
  } finally {
    await server.end()
  }
}

async function onPostgres(folder: string): Promise<void> {
  if (!findPostgres()) return print('\n### PostgreSQL · skipped, it is not installed')
  const cluster = await startCluster()
  const settings = { DATABASE_URL: cluster.url, DATA_DIR: join(folder, 'server'), DATA_KEY: 'ab'.repeat(32) }
  try {
    await run('PostgreSQL (without fsync)', settings, payables.postgres)
  } finally {
    await cluster.remove()
  }
}

const folder = mkdtempSync(join(tmpdir(), 'renshu-bench-'))
try {
  print(`### engine alone · load of the machine before: ${loadavg()[0]!.toFixed(1)}`)
  const engine = measureEngine(isShort ? 500 : 5000)
  row(['steps, decided and linked', `${number(engine.steps)} steps/s`, `${number(engine.cases)} cases`])
  row(['chains verified', `${number(engine.verified)} events/s`, ''])
  if (databases.includes('pglite'))
    await run('PGlite', { DATA_DIR: join(folder, 'embedded'), DATABASE_URL: '' }, payables.pglite)
  if (databases.includes('postgres')) await onPostgres(folder)
  print('\n### commands of the simulation, services of all cities')
  runCampaign('simulate-cases', [String(commands)])
  print('\n### mistakes in rule files')
  runCampaign('kill-mutants', [])
  print('\nDecisions/s with every reason, rows/s in columns, all policies over 100,000 rows: npm run bench -- policy')
} finally {
  rmSync(folder, { recursive: true, force: true })
}
