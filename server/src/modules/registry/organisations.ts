import type { OrganisationKind } from '@renshu/contracts'
import type { Tx } from '../../platform/database/index.ts'
import { organisationsById, soleBearer } from './store/organisations.ts'

/** What other modules show of an organisation. */
export interface OrganisationCard {
  id: string
  kind: OrganisationKind
  name: string
  creditCode: string
  district: string
  /** GB/T 4754-2017. */
  industry: string | null
}

/** Id of the one organisation that bears exactly this name; undefined where none or several do. Scope `system`. */
export const organisationNamed = async (tx: Tx, city: string, name: string): Promise<string | undefined> =>
  (await soleBearer(tx, city, { name }))?.id

/** Organisations by id, as far as the caller may see them: to the public those verified and not closed. */
export async function organisations(
  tx: Tx,
  city: string,
  ids: readonly string[],
): Promise<Map<string, OrganisationCard>> {
  const rows = await organisationsById(tx, city, ids)
  return new Map(
    rows.map(({ id, kind, name, creditCode, district, industry }) => [
      id,
      { id, kind, name, creditCode, district, industry },
    ]),
  )
}
