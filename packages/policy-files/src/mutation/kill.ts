import { preparePolicy, type PreparedPolicy } from '@renshu/policy'
import type { Case } from '../cases/case-file.ts'
import { problemOf } from '../cases/run.ts'
import { mutantsOf } from './mutants.ts'

/** How many mistakes the cases find; those that are no valid policy are not counted. */
export type Kills = { mutants: number; killed: number; survivors: string[] }

export function killMutants({ policy }: PreparedPolicy, cases: readonly Case[]): Kills {
  const survivors: string[] = []
  let mutants = 0
  for (const { what, policy: mutated } of mutantsOf(policy)) {
    const read = preparePolicy(mutated)
    if ('faults' in read) continue
    mutants++
    if (!cases.some((one) => fails(read.prepared, one))) survivors.push(what)
  }
  return { mutants, killed: mutants - survivors.length, survivors }
}

function fails(prepared: PreparedPolicy, one: Case): boolean {
  try {
    return problemOf(prepared, one) !== undefined
  } catch (error) {
    // Such as a division by zero that the static check refuses in a real file.
    if (error instanceof RangeError) return true
    throw error
  }
}
