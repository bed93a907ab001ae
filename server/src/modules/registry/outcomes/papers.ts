import { BUSINESS_TYPES } from '@renshu/codes'
import type { BusinessType } from '@renshu/contracts'
import { parameter } from '../../../city/index.ts'
import type { Context } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { fail } from '../errors.ts'
import { recordStandingFact, type Recording, withdrawStandingFact } from '../standing/record.ts'
import { coversType } from '../standing/rules.ts'
import { factsFrom } from '../standing/store.ts'
import { changeLicence, insertLicence, licencesOf, type LicenceRow } from '../store/licences.ts'
import { holdOrganisation, type OrganisationRow } from '../store/organisations.ts'

/** Work that a decided case has done: scope `system`, in the transaction of the step. */
export type Commanding = Recording & Pick<Context, 'cities' | 'secrets'>

/** What a decided case gives or takes. */
export interface PaperCommand {
  organisationId: string
  /** Receipt code of the case, which becomes part of the number: no two papers have the same. */
  code: string
  /** Day of the decision. */
  on: string
}

const SOURCE = 'registry.licence'

/** @throws registry.noOrganisation, registry.notAnAgency, registry.isBranch */
export async function holdAgency({ tx, city }: Commanding, id: string): Promise<OrganisationRow> {
  const held = await holdOrganisation(tx, city, id)
  if (!held) throw fail.noOrganisation()
  if (held.kind !== 'agency') throw fail.notAnAgency()
  if (held.branchOfId) throw fail.isBranch()
  return held
}

const factOf = ({ id, organisationId, kind, number, covers, validFrom, validUntil }: LicenceRow) => ({
  organisationId,
  kind: 'licence' as const,
  detail: { kind, number, covers },
  fromOn: validFrom,
  untilOn: validUntil,
  source: SOURCE,
  sourceId: id,
})

/** The last day of so many years from a day on, by the city's parameter; null where the city has none. */
export function lastDay({ cities, city }: Commanding, from: string): string | null {
  const profile = cities.get(city)
  const years = profile && parameter(profile, 'agencies.licenceYears', from)?.value
  if (years === undefined) return null
  const day = new Date(`${from}T00:00:00Z`)
  day.setUTCFullYear(day.getUTCFullYear() + years)
  day.setUTCDate(day.getUTCDate() - 1)
  return day.toISOString().slice(0, 10)
}

const told = (commanding: Commanding, organisationId: string, licenceId: string, status: LicenceRow['status']) =>
  emit(commanding.tx, {
    city: commanding.city,
    kind: 'registry.licenceDecided',
    payload: { organisationId, licenceId, status },
    happenedAt: commanding.now(),
  })

type Paper = Pick<LicenceRow, 'kind' | 'number' | 'covers' | 'validFrom' | 'validUntil'>

async function issue(commanding: Commanding, organisation: OrganisationRow, paper: Paper): Promise<void> {
  const { tx, city, cities, newId, now, actor } = commanding
  const by = actor?.personId ?? null
  const row: LicenceRow = {
    city,
    id: newId(),
    organisationId: organisation.id,
    district: organisation.district,
    ...paper,
    issuedBy: cities.get(city)!.bureau.zh,
    documentId: null,
    status: 'confirmed',
    reason: null,
    proposedAt: now(),
    proposedBy: by,
    decidedAt: now(),
    decidedBy: by,
    version: 1,
  }
  await insertLicence(tx, row)
  await recordStandingFact(commanding, factOf(row))
  await told(commanding, organisation.id, row.id, 'confirmed')
}

/**
 * Grants a licence for placement (人力资源服务许可证) with the other services the agency has named: 人力资源市场暂行条例
 * art. 18. Its years are the city's.
 * @throws registry.noOrganisation, registry.notAnAgency, registry.isBranch
 */
export async function grantLicence(commanding: Commanding, { organisationId, code, on }: PaperCommand): Promise<void> {
  const organisation = await holdAgency(commanding, organisationId)
  const named = new Set(organisation.businessTypes.filter((type) => coversType('licence', type)))
  const covers = BUSINESS_TYPES.filter((type) => type === 'recruiting' || named.has(type))
  const number = `人服证字〔${on.slice(0, 4)}〕${code}`
  const paper = { kind: 'licence' as const, number, covers, validFrom: on, validUntil: lastDay(commanding, on) }
  await issue(commanding, organisation, paper)
}

/** What the filing form calls the services, as business types. */
const FILED: Record<string, BusinessType> = {
  人力资源供求信息的收集和发布: 'information',
  就业和创业指导: 'guidance',
  人力资源管理咨询: 'consulting',
  人力资源测评: 'assessment',
  人力资源培训: 'training',
  承接人力资源服务外包: 'outsourcing',
}

/**
 * Records a filing (备案) of services that need no licence: 人力资源市场暂行条例 art. 18 (2). It ends on no day.
 * @throws registry.noOrganisation, registry.notAnAgency, registry.isBranch, registry.kindNotCovering where none is named
 */
export async function recordFiling(
  commanding: Commanding,
  { organisationId, code, on, services, begunOn }: PaperCommand & { services: readonly string[]; begunOn?: string },
): Promise<void> {
  const organisation = await holdAgency(commanding, organisationId)
  const covers = BUSINESS_TYPES.filter((type) => services.some((name) => FILED[name] === type))
  if (covers.length === 0) throw fail.kindNotCovering()
  const number = `人服备字〔${on.slice(0, 4)}〕${code}`
  await issue(commanding, organisation, { kind: 'filing', number, covers, validFrom: begunOn ?? on, validUntil: null })
}

/** The licence of a number, or the one that ends last. @throws registry.noOrganisation where there is none */
async function licenceIn({ tx, city }: Commanding, organisationId: string, number?: string): Promise<LicenceRow> {
  const own = (await licencesOf(tx, city, organisationId)).filter(
    ({ kind, status }) => kind === 'licence' && status === 'confirmed',
  )
  const last = own.toSorted((a, b) => (b.validUntil ?? '9999').localeCompare(a.validUntil ?? '9999'))[0]
  const found = number === undefined ? last : own.find((row) => row.number === number)
  if (!found) throw fail.noOrganisation()
  return found
}

async function withdrawFacts(commanding: Commanding, { id }: LicenceRow, reason: string): Promise<void> {
  for (const fact of await factsFrom(commanding.tx, commanding.city, SOURCE, [id]))
    await withdrawStandingFact(commanding, fact.id, reason)
}

/**
 * Renews a licence (延续): it goes on from its last day. A licence without a last day stays as it is.
 * @throws registry.noOrganisation where the agency has no licence of this number
 */
export async function renewLicence(
  commanding: Commanding,
  { organisationId, licenceNumber }: PaperCommand & { licenceNumber?: string },
): Promise<void> {
  await holdAgency(commanding, organisationId)
  const row = await licenceIn(commanding, organisationId, licenceNumber)
  if (row.validUntil === null) return
  const next = new Date(`${row.validUntil}T00:00:00Z`)
  next.setUTCDate(next.getUTCDate() + 1)
  const validUntil = lastDay(commanding, next.toISOString().slice(0, 10))
  await changeLicence(commanding.tx, row, { validUntil })
  await withdrawFacts(commanding, row, '许可延续')
  await recordStandingFact(commanding, factOf({ ...row, validUntil }))
  await told(commanding, organisationId, row.id, 'confirmed')
}

/**
 * Revokes the licence (撤销许可) that a case had granted, else the one that ends last; from now on it counts for no day.
 * @throws registry.noOrganisation where there is none
 */
export async function revokeLicence(commanding: Commanding, { organisationId, code }: PaperCommand): Promise<void> {
  await holdAgency(commanding, organisationId)
  const { tx, city } = commanding
  const granted = (await licencesOf(tx, city, organisationId)).find(
    ({ number, status }) => status === 'confirmed' && number.endsWith(`〕${code}`),
  )
  const row = granted ?? (await licenceIn(commanding, organisationId))
  await changeLicence(tx, row, { status: 'withdrawn', reason: '撤销许可' })
  await withdrawFacts(commanding, row, '撤销许可')
  await told(commanding, organisationId, row.id, 'withdrawn')
}
