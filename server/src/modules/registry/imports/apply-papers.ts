import type { OrganisationRow } from '../store/organisations.ts'
import type { LicenceRow } from '../store/licences.ts'
import { confirmedByNumber, insertFacts, insertLicences, reviseLicences } from '../store/register.ts'
import { withdrawStandingFact } from '../standing/record.ts'
import { factsFrom } from '../standing/store.ts'
import type { ImportDesk } from './apply-batch.ts'
import type { Paper } from './papers.ts'
import type { Candidate } from './read-row.ts'

/** A row of a register and the organisation it was written to. */
export type Holder = Candidate & { organisationId: string }
type Held = Paper & { organisationId: string; district: string }

const keyOf = ({ kind, number }: Pick<Paper, 'kind' | 'number'>): string => `${kind} ${number}`

/** Rows with a number that is confirmed for another organisation, or that a row before them names. */
export async function takenNumbers(
  { tx, city }: ImportDesk,
  candidates: readonly Candidate[],
  before: ReadonlyMap<string, OrganisationRow>,
): Promise<Set<Candidate>> {
  const numbers = candidates.flatMap(({ papers }) => papers.map(({ number }) => number))
  const holders = new Map<string, string>()
  for (const row of await confirmedByNumber(tx, city, numbers)) holders.set(keyOf(row), row.organisationId)
  return new Set(
    candidates.filter(({ creditCode, papers }) => {
      const self = before.get(creditCode)?.id ?? creditCode
      const isTaken = papers.some((paper) => (holders.get(keyOf(paper)) ?? self) !== self)
      if (!isTaken) for (const paper of papers) holders.set(keyOf(paper), self)
      return isTaken
    }),
  )
}

const factOf = ({ kind, number, covers, validFrom, validUntil }: Paper) => ({
  kind: 'licence',
  detail: { kind, number, covers },
  from_on: validFrom,
  until_on: validUntil,
})

/** Writes the papers of a register with their facts; ids of the organisations whose papers are others now. */
export async function applyPapers(desk: ImportDesk, holders: readonly Holder[]): Promise<Set<string>> {
  const { tx, city } = desk
  const papers: Held[] = holders.flatMap(({ organisationId, district, papers: own }) =>
    own.map((paper) => ({ ...paper, organisationId, district })),
  )
  const known = new Map<string, LicenceRow>()
  const numbers = papers.map(({ number }) => number)
  for (const row of await confirmedByNumber(tx, city, numbers)) known.set(`${keyOf(row)} ${row.validFrom}`, row)
  const rowOf = (paper: Paper) => known.get(`${keyOf(paper)} ${paper.validFrom}`)
  const added = papers.filter((paper) => !rowOf(paper))
  const revised = papers.flatMap((paper) => {
    const row = rowOf(paper)
    return row && isOther(row, paper) ? [{ ...paper, id: row.id }] : []
  })
  await add(desk, added)
  await revise(desk, revised)
  return new Set([...added, ...revised].map(({ organisationId }) => organisationId))
}

const isOther = (row: LicenceRow, paper: Paper): boolean =>
  row.validUntil !== paper.validUntil ||
  (paper.issuedBy !== '' && row.issuedBy !== paper.issuedBy) ||
  row.covers.toSorted().join(' ') !== paper.covers.toSorted().join(' ')

async function add(desk: ImportDesk, papers: readonly Held[]): Promise<void> {
  const { tx, city, now, newId, actor } = desk
  const by = actor?.personId ?? null
  const rows = papers.map((paper) => ({
    city,
    id: newId(),
    organisation_id: paper.organisationId,
    district: paper.district,
    kind: paper.kind,
    number: paper.number,
    covers: paper.covers,
    issued_by: paper.issuedBy,
    valid_from: paper.validFrom,
    valid_until: paper.validUntil,
    at: now(),
    by,
  }))
  await insertLicences(tx, rows)
  await record(
    desk,
    papers.map((paper, at) => ({ ...paper, id: rows[at]!.id })),
  )
}

async function revise(desk: ImportDesk, papers: readonly (Held & { id: string })[]): Promise<void> {
  const { tx, city } = desk
  if (papers.length === 0) return
  const rows = papers.map(({ id, covers, issuedBy, validUntil }) => ({
    id,
    covers,
    issued_by: issuedBy,
    valid_until: validUntil,
  }))
  await reviseLicences(tx, city, rows)
  const ids = papers.map(({ id }) => id)
  for (const fact of await factsFrom(tx, city, 'registry.licence', ids))
    await withdrawStandingFact(desk, fact.id, '名册更新')
  await record(desk, papers)
}

async function record(desk: ImportDesk, papers: readonly (Held & { id: string })[]): Promise<void> {
  const { tx, city, now, newId, actor } = desk
  const facts = papers.map((paper) => ({
    city,
    id: newId(),
    organisation_id: paper.organisationId,
    ...factOf(paper),
    recorded_at: now(),
    recorded_by: actor?.personId ?? null,
    source: 'registry.licence',
    source_id: paper.id,
  }))
  await insertFacts(tx, facts)
}
