import { type Fault, type Policy, preparePolicy, type PreparedPolicy } from '@renshu/policy'
import { checkPolicy } from '../checks/check-policy.ts'
import type { FileFault } from './fault.ts'
import { POLICY } from './policy-shape.ts'
import { readYaml, type YamlFile } from './yaml.ts'

export type PolicyFile = { file: string; prepared: PreparedPolicy }

/** Reads, types and checks the text of a policy file; with any fault there is no policy. */
export function readPolicyFile(file: string, text: string): PolicyFile | { faults: FileFault[] } {
  const yaml = readYaml(file, text)
  if ('faults' in yaml) return yaml
  const misshapen = POLICY(yaml.content, [])
  if (misshapen.length > 0) return { faults: misshapen.map((fault) => located(file, yaml, fault)) }
  const policy = yaml.content as Policy
  const read = preparePolicy(policy)
  const faults = 'faults' in read ? read.faults : checkPolicy(read.prepared)
  if (faults.length > 0) return { faults: faults.map((fault) => located(file, yaml, fault)) }
  return 'prepared' in read ? { file, prepared: read.prepared } : { faults: [] }
}

function located(file: string, { lineOf }: YamlFile, { path, at, reason }: Fault): FileFault {
  const where = path.join('.').replaceAll(/\.(\d+)/g, '[$1]')
  const place = at === undefined ? { zh: '', en: '' } : { zh: `第 ${at + 1} 个字符：`, en: `character ${at + 1}: ` }
  return {
    file,
    line: lineOf(path),
    reason: {
      zh: `${where && `${where}：`}${place.zh}${reason.zh}`,
      en: `${where && `${where}: `}${place.en}${reason.en}`,
    },
  }
}
