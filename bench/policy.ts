/**
 * Policies: how many decisions a second with every reason, how many rows a second in columns, and every policy of a city
 * over 100,000 made-up firms or people. A sample of the rows is decided singly as well; a difference ends it with 1.
 */
import { resolve } from 'node:path'
import {
  type Column,
  decide,
  decideColumns,
  type Facts,
  OUTCOMES,
  type PreparedPolicy,
  readDay,
  writeDay,
} from '@renshu/policy'
import { loadPolicies } from '@renshu/policy-files'

const isShort = process.argv.includes('--short')
const ROWS = 100_000
const ROUNDS = isShort ? 3 : 10
const SAMPLE = isShort ? 500 : 5000

type Fact = PreparedPolicy['policy']['facts'][number]

/** The same numbers every time, from 0 to 1 (Lehmer). */
function makeRandom(seed: number): () => number {
  let state = seed
  return () => (state = (state * 48_271) % 2_147_483_647) / 2_147_483_647
}

/** Values as they stand in a column; most firms are ordinary, so that many are granted. */
function columnOf({ type, options = [], min, max }: Fact, random: () => number): Float64Array {
  const whole = (from: number, to: number) => from + Math.floor(random() * (to - from + 1))
  const least = typeof min === 'number' ? min : 0
  return Float64Array.from({ length: ROWS }, () => {
    if (type === 'money') return whole(1, 50_000_000)
    if (type === 'date') return whole(readDay('2023-01-01')!, readDay('2025-06-01')!)
    if (type === 'boolean') return random() < 0.9 ? 1 : 0
    if (type === 'choice') return whole(0, options.length - 1)
    return whole(least, typeof max === 'number' ? max : type === 'months' ? 36 : 200)
  })
}

function plain({ type, options = [] }: Fact, code: number): Facts[string] {
  if (type === 'money') return { fen: code }
  if (type === 'date') return writeDay(code)
  if (type === 'boolean') return code === 1
  return type === 'choice' ? options[code]! : code
}

/** Of the processor, so that a busy machine does not count. */
const seconds = (run: () => void): number => {
  const before = process.cpuUsage()
  run()
  const { user, system } = process.cpuUsage(before)
  return (user + system) / 1e6
}
const count = (value: number): string => Math.round(value).toLocaleString('en')

type Firms = {
  prepared: PreparedPolicy
  columns: Record<string, Float64Array>
  on: { effective: string; known: string }
}

const { policies, faults } = loadPolicies(resolve(import.meta.dirname, '../cities'), '370200')
if (faults.length > 0) throw new Error(`${faults[0]!.file}: ${faults[0]!.reason.en}`)
const all: Firms[] = policies.map(({ prepared, cases }, place) => {
  const random = makeRandom(place + 1)
  const columns = Object.fromEntries(prepared.policy.facts.map((fact) => [fact.key, columnOf(fact, random)]))
  return { prepared, columns, on: { effective: cases[0]!.effective, known: '2026-01-01' } }
})

const inColumns = ({ prepared, columns, on }: Firms) =>
  decideColumns(prepared, ROWS, columns as Record<string, Column>, { ...on, history: () => [] })

const factsOf = (firms: Firms, row: number): Facts =>
  Object.fromEntries(firms.prepared.policy.facts.map((fact) => [fact.key, plain(fact, firms.columns[fact.key]![row]!)]))

process.stdout.write('with every reason                   decisions a second\n')
for (const firms of all) {
  const asked = Array.from({ length: 2000 }, (_, row) => factsOf(firms, row))
  const run = () => asked.forEach((each) => decide(firms.prepared, each, { ...firms.on, history: [] }))
  run()
  const taken = seconds(() => {
    for (let round = 0; round < ROUNDS; round++) run()
  })
  process.stdout.write(
    `${firms.prepared.policy.key.padEnd(24)} ${count((asked.length * ROUNDS) / taken).padStart(12)}\n`,
  )
}

process.stdout.write('\nin columns                rows a second      granted\n')
for (const firms of all) {
  inColumns(firms)
  const taken = seconds(() => {
    for (let round = 0; round < ROUNDS; round++) inColumns(firms)
  })
  const { outcomes } = inColumns(firms)
  const granted = outcomes.reduce((sum, outcome) => sum + (OUTCOMES[outcome] === 'granted' ? 1 : 0), 0)
  process.stdout.write(
    `${firms.prepared.policy.key.padEnd(24)} ${count((ROWS * ROUNDS) / taken).padStart(14)} ${count(granted).padStart(12)}\n`,
  )
}

const taken = seconds(() => all.forEach(inColumns))
process.stdout.write(`\nall ${all.length} policies over ${count(ROWS)} rows each: ${taken.toFixed(2)} s of processor\n`)

let differing = 0
for (const firms of all) {
  const { outcomes, amounts } = inColumns(firms)
  for (let row = 0; row < SAMPLE; row++) {
    const { outcome, amount } = decide(firms.prepared, factsOf(firms, row), { ...firms.on, history: [] })
    const paid = outcome === 'granted' ? Number(String(amount!.value).replace('.', '')) : Number.NaN
    if (OUTCOMES[outcomes[row]!] !== outcome || !Object.is(paid, amounts[row]!)) differing++
  }
}
process.stdout.write(`${count(SAMPLE * all.length)} rows decided singly as well: ${differing} differ\n`)
if (differing > 0) process.exitCode = 1
