import { type Policy, preparePolicy, type PreparedPolicy } from '@renshu/policy'
import { checkPolicy } from '../checks/check-policy.ts'
import { type FileFault, locate } from './fault.ts'
import { POLICY } from './policy-shape.ts'
import { readYaml } from './yaml.ts'

export type PolicyFile = { file: string; prepared: PreparedPolicy }

/** Reads, types and checks the text of a policy file; with any fault there is no policy. */
export function readPolicyFile(file: string, text: string): PolicyFile | { faults: FileFault[] } {
  const yaml = readYaml(file, text)
  if ('faults' in yaml) return yaml
  const misshapen = POLICY(yaml.content, [])
  if (misshapen.length > 0) return { faults: misshapen.map((fault) => locate(file, yaml.lineOf(fault.path), fault)) }
  const policy = yaml.content as Policy
  const read = preparePolicy(policy)
  const faults = 'faults' in read ? read.faults : checkPolicy(read.prepared)
  if (faults.length > 0) return { faults: faults.map((fault) => locate(file, yaml.lineOf(fault.path), fault)) }
  return 'prepared' in read ? { file, prepared: read.prepared } : { faults: [] }
}
