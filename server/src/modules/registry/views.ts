import { industry, maskMobile } from '@renshu/codes'
import type {
  Licence,
  Listed,
  OrganisationProfile,
  OrganisationRecord,
  Standing,
  VerificationRecord,
} from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import type { Context } from '../../platform/http/index.ts'
import { endingOf } from './ending/show.ts'
import { type ComplaintRow, complaintsOf, reportsOf, tenanciesOf, type TenancyRow } from './outcomes/store.ts'
import { isReportedLate } from './rules.ts'
import { branchReportDays, complaintPublicUntil, NOT_ANNOUNCED } from './settings.ts'
import { standing, standings } from './standing/standing.ts'
import { licencesOf, type LicenceRow } from './store/licences.ts'
import { branchesOf, organisationById, type OrganisationRow } from './store/organisations.ts'
import { filesById, verificationsOf, type VerificationRow } from './store/verifications.ts'

export const listed = (row: OrganisationRow, found: Standing | undefined): Listed => ({
  id: row.id,
  kind: row.kind,
  name: row.name,
  creditCode: row.creditCode,
  district: row.district,
  address: row.address,
  industry: row.industry,
  industryName: (row.industry && industry(row.industry)?.name) || null,
  size: row.size,
  businessTypes: row.businessTypes,
  mayAct: found?.may ?? false,
})

/** Rows of a list with their standing today. */
export async function listedAll({ tx, city, now }: Context, rows: readonly OrganisationRow[]): Promise<Listed[]> {
  const found = await standings(
    tx,
    city,
    rows.map(({ id }) => id),
    dayOf(now()),
    null,
    rows,
  )
  return rows.map((row) => listed(row, found.get(row.id)))
}

const nameOf = async ({ tx, city }: Context, id: string | null) => {
  const found = id && (await organisationById(tx, city, id))
  return found ? { id: found.id, name: found.name } : null
}

const branchOf = (row: OrganisationRow, context: Context) => {
  const { id, name, creditCode, district, address, openedOn } = row
  const reportedOn = row.reportedOn!
  const late = openedOn !== null && isReportedLate(openedOn, reportedOn, branchReportDays(context, openedOn))
  return { id, name, creditCode, district, address, openedOn, reportedOn, late }
}

/** A licence is shown while it is valid (人力资源市场暂行条例 art. 25: licence and filing are displayed). */
const isShown = ({ status, validFrom, validUntil }: LicenceRow, on: string): boolean =>
  status === 'confirmed' && validFrom <= on && (validUntil === null || on <= validUntil)

export async function profile(row: OrganisationRow, context: Context): Promise<OrganisationProfile> {
  const { tx, city, now } = context
  const today = dayOf(now())
  const found = await standing(tx, city, row.id, today)
  const licences = await licencesOf(tx, city, row.branchOfId ?? row.id)
  return {
    ...listed(row, found),
    website: row.website,
    description: row.description,
    foundedOn: row.foundedOn,
    point: row.latitude === null || row.longitude === null ? null : { lat: row.latitude, lon: row.longitude },
    head: await nameOf(context, row.branchOfId),
    group: await nameOf(context, row.parentId),
    branches: (await branchesOf(tx, city, row.id)).map((branch) => branchOf(branch, context)),
    licences: licences.filter((licence) => isShown(licence, today)).map(licenceView),
    complaints: (await complaintsOf(tx, city, row.id, { openOnly: true }))
      .map((complaint) => openComplaint(complaint, context))
      .filter(({ publicUntil }) => publicUntil === null || today <= publicUntil),
    tenancies: (await tenanciesOf(tx, city, row.id)).map(tenancyView),
    standing: found,
  }
}

/** To the public a complaint is its matter and day, until it is made good or its time is over. */
const openComplaint = ({ id, matter, recordedOn }: ComplaintRow, context: Context) => ({
  id,
  matter,
  recordedOn,
  publicUntil: complaintPublicUntil(context, recordedOn),
})

const complaintView = (row: ComplaintRow, context: Context) => ({
  ...openComplaint(row, context),
  madeGoodOn: row.madeGoodOn,
  caseId: row.caseId,
})

const tenancyView = ({ id, parkId, parkName, fromOn, area }: TenancyRow) => ({
  id,
  park: { id: parkId, name: parkName },
  fromOn,
  area,
})

export const licenceView = (row: LicenceRow): Licence => ({
  id: row.id,
  kind: row.kind,
  number: row.number,
  covers: row.covers,
  issuedBy: row.issuedBy,
  validFrom: row.validFrom,
  validUntil: row.validUntil,
  documentId: row.documentId,
  status: row.status,
  reason: row.reason,
  version: row.version,
})

export async function verificationView(row: VerificationRow, { tx, city }: Context): Promise<VerificationRecord> {
  const { id, round, status, statement, reason, version } = row
  const documents = (await filesById(tx, city, row.documents)).map(({ id: fileId, name, type, size }) => ({
    id: fileId,
    name,
    type,
    size,
  }))
  const submittedAt = row.submittedAt.toISOString()
  const decidedAt = row.decidedAt?.toISOString() ?? null
  return { id, round, status, statement, reason, version, submittedAt, decidedAt, documents }
}

export const dueView = (dueOn: string, status: VerificationRow['status'], today: string) => ({
  dueOn: dueOn >= NOT_ANNOUNCED ? null : dueOn,
  awaitsCalendar: status === 'submitted' && dueOn === NOT_ANNOUNCED,
  overdue: status === 'submitted' && dueOn < today,
})

/** Everything the organisation itself and its officers see; the phone masked. */
export async function record(row: OrganisationRow, context: Context): Promise<OrganisationRecord> {
  const { tx, city, secrets } = context
  const verifications: VerificationRecord[] = []
  for (const each of await verificationsOf(tx, city, row.id)) verifications.push(await verificationView(each, context))
  return {
    ...(await profile(row, context)),
    contactName: row.contactName,
    phone: row.phoneSealed && maskMobile(secrets.open(row.phoneSealed)),
    legalRepresentative: row.legalRepresentative,
    licences: (await licencesOf(tx, city, row.id)).map(licenceView),
    ending: await endingOf(context, row.id),
    verifications,
    complaints: (await complaintsOf(tx, city, row.id)).map((complaint) => complaintView(complaint, context)),
    reports: await reportsOf(tx, city, row.id),
    verifiedOn: row.verifiedOn,
    closedOn: row.closedOn,
    version: row.version,
  }
}
