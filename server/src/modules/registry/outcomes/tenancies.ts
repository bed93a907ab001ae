import { append } from '../../ledger/index.ts'
import { fail } from '../errors.ts'
import { holdOrganisation, soleBearer } from '../store/organisations.ts'
import type { Commanding } from './papers.ts'
import { insertTenancy } from './store.ts'

/**
 * Admits an organisation to a park (准予入驻), from the day of the contract. A park that nobody registered is kept by
 * its name.
 * @throws registry.noOrganisation
 */
export async function admitToPark(
  commanding: Commanding,
  {
    organisationId,
    caseId,
    parkName,
    area,
    on,
  }: { organisationId: string; caseId: string; parkName: string; area: number | null; on: string },
): Promise<void> {
  const { tx, city, newId } = commanding
  const organisation = await holdOrganisation(tx, city, organisationId)
  if (!organisation) throw fail.noOrganisation()
  const park = await soleBearer(tx, city, { name: parkName, kind: 'park' })
  const where = { parkId: park?.id ?? null, parkName: park?.name ?? parkName }
  await insertTenancy(tx, { city, id: newId(), organisationId, ...where, fromOn: on, area, caseId })
  const { district } = organisation
  await append(commanding, { kind: 'registry.tenancy', occurredOn: on, sourceId: caseId, organisationId, district })
}
