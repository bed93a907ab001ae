import { plainName } from '@renshu/intake'
import type { Tx } from '../../../platform/database/index.ts'
import { clientsOf } from '../../accounts/index.ts'
import { organisations } from '../../registry/index.ts'

/** Why no posting is made for the employer that a row names. */
export type EmployerProblem = 'employer.noMandate' | 'employer.ambiguous' | 'employer.changed'

/** For whom a row is posted, by the name in its column of employers. */
export type EmployerOf = (named: string) => { employerId: string } | { problem: EmployerProblem }

/**
 * For whom the rows of an organisation are posted. An employer posts for itself, whatever its table says. An agency
 * posts for itself where a row names nobody or the agency, and for a client that has given it a mandate for recruiting
 * where a row names that client; names are compared without marks, width and 有限公司. Scope `system`.
 */
export async function employersFor(
  { tx, city, now }: { tx: Tx; city: string; now: () => Date },
  organisationId: string,
): Promise<EmployerOf> {
  const own = (await organisations(tx, city, [organisationId])).get(organisationId)
  if (own?.kind !== 'agency') return () => ({ employerId: organisationId })
  const ids = await clientsOf({ tx, city, now }, organisationId, 'recruiting')
  const clients = new Map<string, string[]>()
  for (const { id, name } of [own, ...(await organisations(tx, city, ids)).values()])
    clients.set(plainName(name), [...(clients.get(plainName(name)) ?? []), id])
  return (named) => {
    const name = plainName(named)
    const [employerId, another] = name === '' ? [organisationId] : (clients.get(name) ?? [])
    if (!employerId) return { problem: 'employer.noMandate' }
    return another ? { problem: 'employer.ambiguous' } : { employerId }
  }
}
