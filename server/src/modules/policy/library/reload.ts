import type { PolicyFiles } from '@renshu/contracts'
import type { Context } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { PolicyDesk } from '../desk.ts'
import { faultyKeys, type PoliciesOnDisk, policiesOnDisk, readPolicies } from './files.ts'
import { policiesInUse } from './in-use.ts'
import { takeOver } from './versions.ts'

/** What is in use, and what is wrong on disk. */
async function filesView(desk: PolicyDesk, onDisk: PoliciesOnDisk): Promise<PolicyFiles> {
  const faulty = faultyKeys(onDisk)
  const inUse = [...(await policiesInUse(desk)).values()]
  return {
    policies: inUse.map(({ key, file, hash, fromOn, prepared }) => ({
      key,
      title: prepared.policy.title,
      file,
      hash,
      from: fromOn,
      kept: faulty.has(key),
    })),
    faults: onDisk.faults.map(({ file, line, reason }) => ({ file, line, reason })),
  }
}

export const showFiles = (desk: PolicyDesk): Promise<PolicyFiles> => filesView(desk, policiesOnDisk(desk))

/** Reads the files again and takes over those without a fault. */
export async function reloadFiles(context: Context): Promise<PolicyFiles> {
  const onDisk = readPolicies(context)
  await context.asSystem(() => takeOver(context, onDisk))
  return filesView(context, onDisk)
}

/** Takes over what was read at start; each faulty file is told in the log with its line. */
export async function takeFiles(services: Services, city: string, onDisk: PoliciesOnDisk): Promise<void> {
  const { database, cities, config, clock, log } = services
  for (const { file, line, reason } of onDisk.faults)
    log.warn({ file, line, reason: reason.en }, 'a policy with a fault is refused; the version in use stays')
  await database.transaction({ kind: 'system', city }, (tx) => takeOver({ tx, city, cities, config, ...clock }, onDisk))
}
