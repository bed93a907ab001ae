import type { Language } from '../../../platform/http/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { joinOrganisation } from '../../accounts/index.ts'
import { append } from '../../ledger/index.ts'
import { requireCreditCode, requireDistrict } from '../rules.ts'
import { recordStandingFact } from '../standing/record.ts'
import { insertOrganisation } from '../store/organisations.ts'
import { nameIndex } from '../store/search-text.ts'
import type { Commanding } from './papers.ts'

/** An individual business (个体工商户) that was registered. */
export interface BusinessCommand {
  caseId: string
  /** Who runs it, and becomes its owner here. */
  personId: string
  operator: string
  name: string
  trade: string
  district: string
  address: string
  /** As the registering authority gave it. */
  creditCode: string
  on: string
}

/**
 * Enters an individual business that the competent authority registered: it is verified from that day, and who runs it
 * is its owner. 市场主体登记管理条例 art. 9, 21.
 * @throws registry.badCreditCode, registry.creditCodeTaken, registry.otherDistrict
 */
export async function registerBusiness(
  commanding: Commanding,
  { caseId, personId, operator, name, trade, district, address, creditCode, on }: BusinessCommand,
  language: Language,
): Promise<void> {
  const { tx, city, now, newId, actor } = commanding
  requireDistrict(district, city)
  const organisationId = newId()
  const row = { kind: 'employer' as const, name, ...nameIndex(name), district, address, description: trade }
  const about = { legalRepresentative: operator, foundedOn: on, businessTypes: [] }
  const code = requireCreditCode(creditCode, language)
  const made = { createdAt: now(), createdBy: personId }
  await insertOrganisation(tx, { city, id: organisationId, ...row, ...about, creditCode: code, ...made })
  const owner = { organisationId, personId, role: 'owner' as const }
  await joinOrganisation(commanding, { ...owner, addedByPersonId: actor?.personId ?? personId })
  const fact = { organisationId, kind: 'verified' as const, detail: {}, fromOn: on, untilOn: null }
  await recordStandingFact(commanding, { ...fact, source: 'cases.case', sourceId: caseId })
  const counted = { occurredOn: on, sourceId: organisationId, organisationId, district }
  await append(commanding, { kind: 'registry.organisationRegistered', ...counted })
  await append(commanding, { kind: 'registry.organisationVerified', ...counted, sourceId: caseId })
  const payload = { organisationId }
  await emit(tx, { city, kind: 'registry.organisationRegistered', payload, happenedAt: now() })
}
