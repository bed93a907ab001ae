import type { OrganisationKind } from '@renshu/contracts'
import type { Tx } from '../../platform/database/index.ts'
import { organisationsById } from './store/organisations.ts'

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
