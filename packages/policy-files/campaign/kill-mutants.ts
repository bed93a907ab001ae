import { join } from 'node:path'
import { killMutants, loadRegion, regionsIn } from '../src/index.ts'

/**
 * `npx tsx packages/policy-files/campaign/kill-mutants.ts`: every plausible mistake in every policy of every region, and
 * how many of them the cases beside it find. Ends with 1 where that is less than nine of ten.
 */
const CITIES = join(import.meta.dirname, '../../../cities')
const LEAST = 0.9
const isVerbose = process.argv.includes('--survivors')

let failed = 0
for (const region of regionsIn(CITIES))
  for (const { file, prepared, cases } of loadRegion(CITIES, region).policies) {
    const { mutants, killed, survivors } = killMutants(prepared, cases)
    if (killed / mutants < LEAST) failed++
    const share = `${((100 * killed) / mutants).toFixed(1)} %`
    process.stdout.write(`| ${file} | ${cases.length} cases | ${killed} of ${mutants} mistakes found | ${share} |\n`)
    if (isVerbose) for (const survivor of survivors) process.stderr.write(`${file} ${survivor}\n`)
  }
process.exitCode = failed > 0 ? 1 : 0
