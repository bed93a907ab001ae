import { append } from '../../ledger/index.ts'
import { organisationsById, type OrganisationRow, soleBearer } from '../store/organisations.ts'
import { nameIndex } from '../store/search-text.ts'
import { endComplaint, insertComplaint } from './store.ts'
import type { Commanding } from './papers.ts'

/** A complaint that was borne out. */
export interface ComplaintCommand {
  caseId: string
  /** The agency as the form names it, and the organisations that were chosen from the register beside it. */
  named: string
  concerned: readonly string[]
  /** District that decided; null where the city did. */
  district: string | null
  matter: string
  on: string
}

/** The agency that bears the name: of those that were chosen, else of the register. */
async function agencyOf(
  { tx, city }: Commanding,
  { named, concerned }: ComplaintCommand,
): Promise<OrganisationRow | undefined> {
  const { nameKey } = nameIndex(named)
  const chosen = (await organisationsById(tx, city, concerned)).filter(({ kind }) => kind === 'agency')
  return (
    chosen.find((agency) => agency.nameKey === nameKey) ?? (await soleBearer(tx, city, { name: named, kind: 'agency' }))
  )
}

/**
 * Puts a complaint that was borne out on the record of the agency (投诉查实), where it is shown until it is made good, at
 * most for the months that the city sets: one that was handed over for a penalty is closed elsewhere. One about somebody nobody registered is counted, and stands in its case alone.
 */
export async function recordComplaint(commanding: Commanding, command: ComplaintCommand): Promise<void> {
  const { tx, city, newId } = commanding
  const { caseId, matter, on } = command
  const agency = await agencyOf(commanding, command)
  const district = agency?.district ?? command.district
  if (agency) {
    const row = { organisationId: agency.id, district: agency.district, matter, caseId }
    await insertComplaint(tx, { city, id: newId(), ...row, recordedOn: on, madeGoodOn: null })
  }
  const of = { organisationId: agency?.id ?? null, district }
  await append(commanding, { kind: 'registry.complaint', occurredOn: on, sourceId: caseId, ...of })
}

/** The agency made good what was complained of (整改到位): from now on it is shown to nobody but itself and the bureau. */
export const closeComplaint = (
  { tx, city }: Pick<Commanding, 'tx' | 'city'>,
  { caseId, on }: { caseId: string; on: string },
): Promise<void> => endComplaint(tx, city, caseId, on)
