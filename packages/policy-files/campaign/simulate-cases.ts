import { createHash } from 'node:crypto'
import { join } from 'node:path'
import { type PolicyInPlay, type Prepared, simulate } from '@renshu/cases'
import { decide, FactsError } from '@renshu/policy'
import { loadPolicies, loadServices, type TestedPolicy } from '../src/index.ts'

/**
 * `npx tsx packages/policy-files/campaign/simulate-cases.ts [commands] [seed]`: random commands over the services of all
 * cities, decided by their policies on facts near those of the cases beside them; nobody was paid anything before. Ends
 * with 1 where a rule was broken or, in a run long enough to come by everything, a stage or step was never reached.
 */
const [commands = 1_000_000, seed = 1] = process.argv.slice(2).map(Number)
const ENOUGH = 100_000
const CITIES = join(import.meta.dirname, '../../../cities')
const print = (line: string) => process.stdout.write(`${line}\n`)
const complain = (line: string) => process.stderr.write(`${line}\n`)
const sha256 = (text: string) => createHash('sha256').update(text).digest('hex')

function inPlay({ prepared, cases }: TestedPolicy): PolicyInPlay {
  const granted = cases.filter(({ expected, history }) => 'amount' in expected && history?.length === 0)
  const others = cases.filter(({ expected }) => !('amount' in expected))
  // Three of four lead to a grant, so that all that comes after it is tried.
  const often = Math.max(1, Math.ceil((3 * others.length) / granted.length))
  return {
    examples: [...Array.from({ length: often }, () => granted).flat(), ...others],
    decide(given, effective, known) {
      const facts = Object.fromEntries(Object.entries(given).map(([key, value]) => [key, value ?? null]))
      try {
        return decide(prepared, facts, { effective, known, history: [] })
      } catch (error) {
        if (error instanceof FactsError) return undefined
        throw error
      }
    },
  }
}

const loaded = ['370200', '371100'].map((city) => ({
  ...loadServices(CITIES, city),
  policies: loadPolicies(CITIES, city).byKey,
}))
const faults = loaded.flatMap((one) => one.faults)
for (const { file, line, reason } of faults) complain(`${file}:${line} ${reason.en}`)
// A service both cities inherit is one definition.
const services = new Map<string, Prepared>()
const policies = new Map<Prepared, PolicyInPlay>()
for (const { services: own, policies: byKey } of loaded)
  for (const { file, prepared } of own) {
    services.set(file, prepared)
    const policy = byKey.get(prepared.service.policy?.key ?? '')
    if (policy) policies.set(prepared, inPlay(policy))
  }

const decided = [...services.values()].filter((prepared) => policies.has(prepared))

const begun = performance.now()
const report = simulate([...services.values()], seed, commands, sha256, policies)
const seconds = (performance.now() - begun) / 1000
const { stages, steps, unreached, violations, ...counts } = report
print(
  JSON.stringify({
    services: services.size,
    policies: decided.length,
    stages: stages.size,
    steps: steps.size,
    ...counts,
  }),
)
print(`rarest stage ${Math.min(...stages.values())}, rarest step ${Math.min(...steps.values())}`)
print(`${Math.round(report.commands / seconds)} commands/s in ${seconds.toFixed(1)} s, seed ${seed}`)
for (const name of unreached) complain(`never reached: ${name}`)
for (const violation of violations.slice(0, 20)) complain(violation)
const isComplete = unreached.length === 0 || commands < ENOUGH
process.exitCode = faults.length + violations.length > 0 || !isComplete ? 1 : 0
