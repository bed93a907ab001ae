import { dayOf } from '../../../platform/clock.ts'
import type { Actor } from '../../../platform/http/index.ts'
import type { Secrets } from '../../../platform/secrets/secrets.ts'
import { appendMany } from '../../ledger/index.ts'
import { emit } from '../../../platform/outbox/index.ts'
import { nameIndex } from '../store/search-text.ts'
import type { Recording } from '../standing/record.ts'
import { moveDistrict, type OrganisationRow } from '../store/organisations.ts'
import {
  holdByCode,
  insertFacts,
  insertOrganisations,
  organisationsByCode,
  updateOrganisations,
} from '../store/register.ts'
import { refreshStanding } from '../store/standing-days.ts'
import { applyPapers, type Holder, takenNumbers } from './apply-papers.ts'
import type { Candidate } from './read-row.ts'
import { Unusable } from './unusable.ts'

/** What an import needs. */
export type ImportDesk = Recording & { secrets: Secrets; actor?: Actor }

export interface Applied {
  created: number
  updated: number
  unchanged: number
  rejected: { candidate: Candidate; reason: Unusable }[]
}

/** What the officer who imports has charge of. */
export interface Charge {
  /** Null: the whole city. */
  district: string | null
  /** Organisations the officer belongs to, whose rows somebody else imports (回避). */
  own: ReadonlySet<string>
}

/** Which rows may be written at all: none out of charge, none with a number that is somebody else's. */
async function sift(
  desk: ImportDesk,
  candidates: readonly Candidate[],
  before: ReadonlyMap<string, OrganisationRow>,
  { district, own }: Charge,
) {
  const taken = await takenNumbers(desk, candidates, before)
  const rejected: Applied['rejected'] = []
  const usable = candidates.filter((candidate) => {
    const known = before.get(candidate.creditCode)
    const reason =
      district !== null && candidate.district !== district
        ? new Unusable('district', 'district.other')
        : district !== null && known && known.district !== district
          ? new Unusable('creditCode', 'creditCode.elsewhere')
          : known && (own.has(known.id) || own.has(known.branchOfId ?? ''))
            ? new Unusable('creditCode', 'creditCode.ownCase')
            : taken.has(candidate)
              ? new Unusable('licenceNumber', 'number.taken')
              : undefined
    if (reason) rejected.push({ candidate, reason })
    return !reason
  })
  return { usable, rejected }
}

/**
 * Writes organisations of a register, none of them twice, in the caller's transaction: new ones are verified, since the
 * register is the bureau's; one that somebody registered himself keeps waiting for his verification. What a row leaves
 * empty stays as it is.
 */
export async function applyBatch(desk: ImportDesk, candidates: readonly Candidate[], charge: Charge): Promise<Applied> {
  const { tx, city, now } = desk
  const codes = candidates.map(({ creditCode }) => creditCode)
  // What is read is written back whole: nobody may change it in between.
  await holdByCode(tx, city, codes)
  const rows = await organisationsByCode(tx, city, codes)
  const before = new Map(rows.map((row) => [row.creditCode, row]))
  const { usable, rejected } = await sift(desk, candidates, before, charge)
  const created = await create(
    desk,
    usable.filter(({ creditCode }) => !before.has(creditCode)),
  )
  const elsewhere = usable.filter(({ creditCode }) => !before.has(creditCode) && !created.has(creditCode))
  for (const candidate of elsewhere)
    rejected.push({ candidate, reason: new Unusable('creditCode', 'creditCode.elsewhere') })
  const changed = await change(desk, usable, before)
  const holders = usable.flatMap((candidate): Holder[] => {
    const id = before.get(candidate.creditCode)?.id ?? created.get(candidate.creditCode)
    return id ? [{ ...candidate, organisationId: id }] : []
  })
  for (const id of await applyPapers(desk, holders)) changed.add(id)
  for (const id of created.values()) changed.delete(id)
  const touched = [...created.values(), ...changed]
  await refreshStanding(tx, city, touched)
  if (touched.length > 0)
    await emit(tx, {
      city,
      kind: 'registry.registerImported',
      payload: { organisationIds: touched },
      happenedAt: now(),
    })
  const unchanged = holders.length - touched.length
  return { created: created.size, updated: changed.size, unchanged, rejected }
}

/** New organisations with their facts; their ids by credit code. */
async function create(desk: ImportDesk, candidates: readonly Candidate[]): Promise<Map<string, string>> {
  const { tx, city, now, newId, actor } = desk
  const today = dayOf(now())
  const by = actor?.personId ?? null
  const rows = candidates.map((candidate) => ({
    city,
    id: newId(),
    kind: candidate.kind,
    credit_code: candidate.creditCode,
    ...columnsOf(desk, candidate),
    address: candidate.address ?? '',
    verified_on: today,
    created_at: now(),
    created_by: by,
  }))
  const written = await insertOrganisations(tx, rows)
  const created = rows.filter(({ id }) => written.has(id))
  const fact = {
    city,
    kind: 'verified',
    detail: {},
    from_on: today,
    until_on: null,
    recorded_at: now(),
    recorded_by: by,
  }
  const facts = created.map(({ id }) => ({
    ...fact,
    id: newId(),
    organisation_id: id,
    source: 'registry.import',
    source_id: id,
  }))
  await insertFacts(tx, facts)
  const kinds = ['registry.organisationRegistered', 'registry.organisationVerified'] as const
  await appendMany(
    desk,
    created.flatMap(({ id, district }) =>
      kinds.map((kind) => ({ kind, occurredOn: today, sourceId: id, organisationId: id, district })),
    ),
  )
  return new Map(created.map(({ id, credit_code }) => [credit_code, id]))
}

function columnsOf({ secrets }: ImportDesk, candidate: Candidate) {
  const { nameKey, searchText } = nameIndex(candidate.name)
  return {
    name: candidate.name,
    name_key: nameKey,
    search_text: searchText,
    district: candidate.district,
    address: candidate.address,
    industry: candidate.industry,
    business_types: candidate.businessTypes,
    founded_on: candidate.foundedOn,
    contact_name: candidate.contactName,
    phone_sealed: candidate.phone && secrets.seal(candidate.phone),
    legal_representative: candidate.legalRepresentative,
  }
}

/** Organisations that a register describes otherwise; their ids. */
async function change(
  desk: ImportDesk,
  candidates: readonly Candidate[],
  before: ReadonlyMap<string, OrganisationRow>,
): Promise<Set<string>> {
  const { tx, city } = desk
  const rows = candidates.flatMap((candidate) => {
    const row = before.get(candidate.creditCode)
    const merged = row && merge(desk, row, candidate)
    return row && merged && differs(desk, row, merged) ? [{ row, merged }] : []
  })
  await updateOrganisations(
    tx,
    city,
    rows.map(({ row, merged }) => ({ id: row.id, ...columnsOf(desk, merged) })),
  )
  for (const { row, merged } of rows)
    if (row.district !== merged.district) await moveDistrict(tx, city, row.id, merged.district)
  return new Set(rows.map(({ row }) => row.id))
}

const openPhone = ({ secrets }: ImportDesk, { phoneSealed }: OrganisationRow) =>
  phoneSealed && secrets.open(phoneSealed)

/** What is known, with what the register says over it. */
const merge = (desk: ImportDesk, row: OrganisationRow, candidate: Candidate): Candidate => ({
  ...candidate,
  address: candidate.address ?? row.address,
  industry: candidate.industry ?? row.industry,
  foundedOn: candidate.foundedOn ?? row.foundedOn,
  contactName: candidate.contactName ?? row.contactName,
  phone: candidate.phone ?? openPhone(desk, row),
  legalRepresentative: candidate.legalRepresentative ?? row.legalRepresentative,
  businessTypes: [...new Set([...row.businessTypes, ...candidate.businessTypes])],
})

const SAME = ['name', 'district', 'address', 'industry', 'foundedOn', 'contactName', 'legalRepresentative'] as const

const differs = (desk: ImportDesk, row: OrganisationRow, merged: Candidate): boolean =>
  SAME.some((field) => row[field] !== merged[field]) ||
  merged.businessTypes.length !== row.businessTypes.length ||
  merged.phone !== openPhone(desk, row)
