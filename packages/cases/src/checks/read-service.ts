import type { Fault } from '@renshu/policy'
import { type AskingPolicy, type Hash, type Prepared, prepareService } from '../definition/prepare.ts'
import type { Service } from '../definition/service.ts'
import { checkFlow } from './flow.ts'
import { checkNames, checkSources } from './names.ts'
import { checkPolicy, checkQuestions, checkRights } from './rights.ts'

/** What a definition is held against. */
export type Surroundings = {
  /** The policy it names, where there is one of that key. */
  policy?: AskingPolicy | undefined
  /** Records by the keys and the names of what they know. */
  held: ReadonlyMap<string, string>
  /** Names of the commands that modules have for outcomes. */
  kinds: ReadonlySet<string>
  hash: Hash
}

/** Reads and checks a definition. With any fault there is no service, and the running version stays. */
export function readService(
  service: Service,
  { policy, held, kinds, hash }: Surroundings,
): { prepared: Prepared } | { faults: Fault[] } {
  const read = prepareService(service, policy, hash)
  if ('faults' in read) return { faults: [...checkPolicy(service, policy), ...read.faults] }
  const { prepared } = read
  const faults = [
    ...checkNames(prepared, kinds),
    ...checkSources(prepared),
    ...checkPolicy(service, policy),
    ...checkQuestions(prepared, held),
    ...checkRights(prepared),
  ]
  // Ways are only looked at between stages that exist.
  const all = faults.length > 0 ? faults : checkFlow(prepared)
  return all.length > 0 ? { faults: all } : { prepared }
}
