import type { CorrectBody, DescribeBody } from '@renshu/contracts'
import type { z } from 'zod'
import { isDuplicate } from '../../../platform/database/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { inCharge, requireCreditCode, requireDistrict, requireIndustry } from '../rules.ts'
import { nameIndex } from '../store/search-text.ts'
import {
  insertRemark,
  isGroup,
  moveDistrict,
  type OrganisationRow,
  updateOrganisation,
} from '../store/organisations.ts'
import { verificationsOf } from '../store/verifications.ts'
import { holdOwnOrganisation, organisationInCharge, ownOrganisation, refuseOwnCase, requireFresh } from './own.ts'

type Describing = z.output<typeof DescribeBody>
type Changed = { id: string; version: number }

const CLEAR_FIELDS = [
  'address',
  'industry',
  'size',
  'website',
  'description',
  'foundedOn',
  'contactName',
  'legalRepresentative',
  'businessTypes',
] as const

/** The columns of what was sent; what was not sent stays. */
export function described(body: Partial<Describing>, { secrets }: Pick<Context, 'secrets'>): Partial<OrganisationRow> {
  const { point, phone } = body
  const clear = CLEAR_FIELDS.filter((field) => body[field] !== undefined).map((field) => [field, body[field]])
  return {
    ...(Object.fromEntries(clear) as Partial<OrganisationRow>),
    ...(point !== undefined && { latitude: point?.lat ?? null, longitude: point?.lon ?? null }),
    ...(phone !== undefined && { phoneSealed: phone && secrets.seal(plainPhone(phone)) }),
  }
}

/** Without the code of the country, so that equal numbers are masked alike. */
const plainPhone = (typed: string): string => typed.replace(/^\+?86(?=1\d{10}$)/, '')

/** What an officer looks at beside name, code and district. */
const REVIEWED = ['address', 'foundedOn', 'legalRepresentative', 'businessTypes'] as const

const isChanged = (row: OrganisationRow, body: Describing): boolean =>
  REVIEWED.some((field) => body[field] !== undefined && JSON.stringify(body[field]) !== JSON.stringify(row[field]))

/** What the bureau verifies: it changes freely only before an application, and nothing of it during one. */
async function identified(context: Context, row: OrganisationRow, body: Describing): Promise<Partial<OrganisationRow>> {
  const { name = row.name, district = row.district } = body
  const creditCode = body.creditCode ? requireCreditCode(body.creditCode, context.language) : row.creditCode
  const rounds = await verificationsOf(context.tx, context.city, row.id)
  const isUnderReview = rounds.some(({ status }) => status === 'submitted')
  if (isUnderReview && isChanged(row, body)) throw fail.underReview()
  if (name === row.name && district === row.district && creditCode === row.creditCode) return {}
  if (isUnderReview || row.verifiedOn !== null || rounds.some(({ status }) => status === 'accepted'))
    throw fail.fixedOnceVerified()
  requireDistrict(district, context.city)
  return { name, ...nameIndex(name), district, creditCode }
}

/** The organisation's own changes. */
export async function describeOrganisation(context: Context, id: string, body: Describing): Promise<Changed> {
  const row = await holdOwnOrganisation(context, id)
  const { version } = body
  requireFresh(row.version === version)
  requireIndustry(body.industry, context.language)
  const set = { ...(await identified(context, row, body)), ...described(body, context) }
  await save(context, { ...row, version }, set)
  return { id, version: version + 1 }
}

/** Whether others show something else of it from now on. */
const isRenamed = (row: OrganisationRow, { name = row.name, industry = row.industry }: Partial<OrganisationRow>) =>
  name !== row.name || industry !== row.industry

async function save(context: Context, row: OrganisationRow, set: Partial<OrganisationRow>): Promise<void> {
  const { tx, city, now } = context
  try {
    requireFresh(await updateOrganisation(tx, row, set))
  } catch (error) {
    throw isDuplicate(error, 'organisation_credit_code') ? fail.creditCodeTaken() : error
  }
  const payload = { organisationId: row.id, renamed: isRenamed(row, set) }
  await emit(tx, { city, kind: 'registry.organisationChanged', payload, happenedAt: now() })
}

/** The bureau's corrections, kept with what stood before and why. */
export async function correctOrganisation(
  context: Context,
  id: string,
  body: z.output<typeof CorrectBody>,
): Promise<Changed> {
  const { tx, city, actor, now, newId } = context
  const row = await organisationInCharge(context, id)
  await refuseOwnCase(context, id)
  const { version, name = row.name, district = row.district, parentId = row.parentId, reason } = body
  requireFresh(row.version === version)
  requireDistrict(district, city)
  // A district hands over only through the city, which has charge of both.
  if (!inCharge(actor, district)) throw fail.otherDistrict()
  if (parentId !== null && parentId !== row.parentId) await requireGroup(context, id, parentId)
  await save(context, { ...row, version }, { name, ...nameIndex(name), district, parentId })
  if (district !== row.district) await moveDistrict(tx, city, id, district)
  const before = { name: row.name, district: row.district, parentId: row.parentId }
  const by = { madeAt: now(), madeBy: actor.personId! }
  await insertRemark(tx, { city, id: newId(), organisationId: id, kind: 'corrected', detail: before, reason, ...by })
  return { id, version: version + 1 }
}

/** A group has one level: its head belongs to no other, nobody is his own, and no group joins another. */
async function requireGroup(context: Context, id: string, parentId: string): Promise<void> {
  const parent = await ownOrganisation(context, parentId)
  const isBad = parentId === id || parent.parentId !== null || (await isGroup(context.tx, context.city, id))
  if (isBad) throw fail.badGroup()
}
