import type { ReportTotals } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import { addMember, findOrCreate } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { recordStandingFact } from '../standing/record.ts'
import { reportsPage, reportTotals } from '../outcomes/store.ts'
import { type Inbox, verificationsPage } from '../store/verifications.ts'
import { licencesPage, type LicenceRow } from '../store/licences.ts'
import { insertRemark, updateOrganisation } from '../store/organisations.ts'
import { dueView, licenceView } from '../views.ts'
import { organisationInCharge, refuseOwnCase, requireFresh } from './own.ts'

const districtOf = ({ actor }: Context): string | null => actor.officer?.district ?? null

export async function listVerifications(context: Context, inbox: Inbox) {
  const { tx, city, now } = context
  const page = await verificationsPage(tx, city, inbox, districtOf(context))
  const items = page.items.map(({ id, organisationId, name, kind, district, round, submittedAt, dueOn, status }) => ({
    id,
    organisationId,
    name,
    kind,
    district,
    round,
    submittedAt: submittedAt.toISOString(),
    ...dueView(dueOn, status, dayOf(now())),
    status,
  }))
  return { ...page, items }
}

export async function listLicences(
  context: Context,
  query: { status: LicenceRow['status']; limit: number; cursor?: string | undefined },
) {
  const page = await licencesPage(context.tx, context.city, query, districtOf(context))
  const items = page.items.map((row) => {
    const { organisationId, name, district } = row
    return { ...licenceView(row), organisationId, name, district }
  })
  return { ...page, items }
}

const latestYear = ({ now }: Context): number => Number(dayOf(now()).slice(0, 4)) - 1

const reportsFilter = (context: Context, year = latestYear(context)) => ({
  city: context.city,
  year,
  district: districtOf(context),
})

/** Annual reports of a year in the officer's district. */
export const listReports = (
  context: Context,
  { year, ...page }: { year?: number | undefined; limit: number; cursor?: string | undefined },
) => reportsPage(context.tx, reportsFilter(context, year), page)

export async function totalReports(context: Context, { year }: { year?: number | undefined }): Promise<ReportTotals> {
  const filter = reportsFilter(context, year)
  return { year: filter.year, ...(await reportTotals(context.tx, filter)) }
}

/** The phone of the contact in full; who looked and why stays on record. */
export async function revealPhone(context: Context, id: string, reason: string): Promise<{ phone: string | null }> {
  const { tx, city, actor, secrets, now, newId } = context
  const { phoneSealed } = await organisationInCharge(context, id)
  const look = { city, id: newId(), organisationId: id, kind: 'phoneRevealed' as const, detail: {}, reason }
  await insertRemark(tx, { ...look, madeAt: now(), madeBy: actor.personId! })
  return { phone: phoneSealed && secrets.open(phoneSealed) }
}

/**
 * Makes the person of a phone owner of an organisation, on documents shown to the bureau: the way to claim one that a
 * register brought.
 */
export async function appointOwner(
  context: Context,
  organisationId: string,
  { phone, name, reason }: { phone: string; name: string; reason: string },
): Promise<void> {
  const { tx, city, actor, now, newId, asSystem } = context
  await organisationInCharge(context, organisationId)
  await refuseOwnCase(context, organisationId)
  const { personId } = await asSystem(() => findOrCreate(context, phone, name))
  const by = actor.personId!
  if (personId === by) throw fail.ownCase()
  if (!(await addMember(context, { organisationId, personId, role: 'owner', addedByPersonId: by })))
    throw fail.alreadyMember()
  const detail = { personId }
  const remark = { city, id: newId(), organisationId, kind: 'ownerAppointed' as const, detail, reason }
  await insertRemark(tx, { ...remark, madeAt: now(), madeBy: by })
}

/** Records that an organisation was dissolved: it leaves the directory and stands no more from that day. */
export async function closeOrganisation(
  context: Context,
  id: string,
  { on, reason, version }: { on: string; reason: string; version: number },
): Promise<{ id: string; version: number }> {
  const { tx, now } = context
  const row = await organisationInCharge(context, id)
  await refuseOwnCase(context, id)
  requireFresh(row.version === version)
  if (row.closedOn) throw fail.alreadyDecided()
  if (on > dayOf(now())) throw fail.futureDay()
  requireFresh(await updateOrganisation(tx, row, {}))
  const source = { source: 'registry.closing', sourceId: id }
  const fact = { organisationId: id, kind: 'closed' as const, detail: { reason }, fromOn: on, untilOn: null }
  await recordStandingFact(context, { ...fact, ...source })
  return { id, version: version + 1 }
}
