import { killMutants, problemOf, type TestedPolicy, untriedBy } from '@renshu/policy-files'
import { Stop } from '../failure/stop.ts'
import { type Terminal, write } from '../terminal.ts'
import { loadFolders, tellFaults } from './folders.ts'

/** Of the mistakes that are tried on a policy its cases must find this share. */
const LEAST_KILLED = 0.9

/** `renshu policy test`: checks the files, decides the cases, and counts how many mistakes they would find. */
export async function runCases(folders: readonly string[], terminal: Terminal): Promise<void> {
  const { policies, faults } = loadFolders(folders)
  await tellFaults(faults, terminal)
  let wrong = 0
  for (const policy of policies) wrong += await runOne(policy, terminal)
  const { output, messages } = terminal
  const cases = policies.reduce((sum, each) => sum + each.cases.length, 0)
  await write(output, `${messages.policy.tested(policies.length, cases)}\n`)
  if (wrong > 0) throw new Stop('failed', (m) => m.policy.failed(wrong))
}

async function runOne({ prepared, cases, file, casesFile }: TestedPolicy, terminal: Terminal): Promise<number> {
  const { output, language, messages } = terminal
  const said = cases.flatMap((one) => {
    const problem = problemOf(prepared, one)
    return problem ? [`${casesFile}:${one.line}: ${messages.policy.differs(one.name, problem[language])}`] : []
  })
  // Mistakes are counted only against cases that hold without one.
  if (said.length === 0) {
    said.push(...untriedBy(prepared, cases).map((id) => `${casesFile}: ${messages.policy.untried(id)}`))
    const { mutants, killed, survivors } = killMutants(prepared, cases)
    if (killed < mutants * LEAST_KILLED)
      said.push(...survivors.map((survivor) => `${casesFile}: ${messages.policy.survivor(survivor)}`))
    await write(output, `${messages.policy.passed(file, cases.length, killed, mutants)}\n`)
  }
  await write(output, said.map((line) => `${line}\n`).join(''))
  return said.length
}
