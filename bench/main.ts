/**
 * Runs the benches one after the other, each in a process of its own, and prints their figures.
 * `npm run bench [-- NAME…] [--short] [--option=value…]`; what options a bench has stands at its beginning. Nothing here
 * fails on a duration, only on an error or a wrong answer.
 */
import { spawnSync } from 'node:child_process'
import { cpus, totalmem } from 'node:os'
import { fileURLToPath } from 'node:url'

const BENCHES = [
  'inspect',
  'match',
  'exactness',
  'occupations',
  'titles',
  'search',
  'search-real',
  'policy',
  'cases',
  'platform',
  'hiring',
] as const

const options = process.argv.slice(2).filter((word) => word.startsWith('--'))
const names = process.argv.slice(2).filter((word) => !word.startsWith('--'))
const unknown = names.filter((name) => !BENCHES.some((bench) => bench === name))
if (unknown.length > 0) {
  process.stderr.write(`no bench named ${unknown.join(', ')}; there are ${BENCHES.join(', ')}\n`)
  process.exit(2)
}

const [cpu] = cpus()
process.stdout.write(
  `${new Date().toISOString().slice(0, 10)} · ${cpus().length} × ${cpu?.model ?? 'unknown processor'} · ` +
    `${Math.round(totalmem() / 2 ** 30)} GiB · Node ${process.version}\n`,
)
let failed = 0
for (const name of names.length > 0 ? names : BENCHES) {
  process.stdout.write(`\n## ${name}\n`)
  const bench = fileURLToPath(new URL(`${name}.ts`, import.meta.url))
  const { status } = spawnSync(process.execPath, ['--import', 'tsx', bench, ...options], { stdio: 'inherit' })
  if (status !== 0) failed++
}
process.exit(failed > 0 ? 1 : 0)
