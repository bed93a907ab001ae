import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { simulate } from '@renshu/cases'
import { loadServices } from '../src/index.ts'

/** `npx tsx packages/policy-files/campaign/simulate-cases.ts [commands] [seed]`: random commands over the services of all cities. */
const [commands = 1_000_000, seed = 1] = process.argv.slice(2).map(Number)
const CITIES = join(import.meta.dirname, '../../../cities')
const print = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

const loaded = ['370200', '371100'].map((city) => loadServices(CITIES, city))
const faults = loaded.flatMap((one) => one.faults)
for (const { file, line, reason } of faults) complain(`${file}:${line} ${reason.en}`)
// A service both cities inherit is one definition.
const services = [
  ...new Map(loaded.flatMap((one) => one.services).map(({ file, prepared }) => [file, prepared])).values(),
]

const begun = performance.now()
const report = simulate(services, seed, commands, sha256)
const seconds = (performance.now() - begun) / 1000
const { stages, steps, unreached, violations, ...counts } = report
print(JSON.stringify({ services: services.length, stages: stages.size, steps: steps.size, ...counts }))
print(`rarest stage ${Math.min(...stages.values())}, rarest step ${Math.min(...steps.values())}`)
print(`${Math.round(report.commands / seconds)} commands/s in ${seconds.toFixed(1)} s, seed ${seed}`)
for (const name of unreached) complain(`never reached: ${name}`)
for (const violation of violations.slice(0, 20)) complain(violation)
process.exitCode = faults.length + unreached.length + violations.length > 0 ? 1 : 0
