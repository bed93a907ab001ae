import { registryRoutes } from '@renshu/contracts'
import type { Opened } from '../../src/services.ts'
import { creditCode } from '../../testing/registry.ts'
import { clientFor, isMeant, type Running } from './running.ts'

/** A person may register twenty organisations a day; a writer goes through several people before it is killed. */
const EACH = 20

let number = 0

/** What a new organisation says of itself; no two have one code. */
export function newOrganisation() {
  const creditNumber = ++number
  return {
    kind: 'employer',
    name: `样例单位${creditNumber}`,
    creditCode: creditCode(creditNumber),
    district: '370202',
    address: '样例路1号',
  } as const
}

/** Registers organisations one after the other until the server is gone; the ids it acknowledged. */
export async function registerUntilKilled(
  running: Running,
  tokens: readonly string[],
  acknowledged: string[],
): Promise<void> {
  const clients = tokens.flatMap((token) =>
    Array.from({ length: EACH }, () => clientFor(registryRoutes, running, token)),
  )
  for (const client of clients)
    try {
      acknowledged.push((await client.register({ body: newOrganisation() })).id)
    } catch (error) {
      isMeant(error)
      return
    }
}

/** Organisations that the server had acknowledged and that are gone, or their entry in the ledger. */
export async function organisationsLost(
  services: Opened['services'],
  acknowledged: readonly string[],
): Promise<string[]> {
  const { rows } = await services.database.asOwner((connection) =>
    connection.query(
      `select o.id from registry.organisation o join ledger.entry e on e.city = o.city and e.organisation_id = o.id
       where e.kind = 'registry.organisationRegistered'`,
      [],
    ),
  )
  const kept = new Set(rows.map(({ id }) => id as string))
  return acknowledged.filter((id) => !kept.has(id))
}
