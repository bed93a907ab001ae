import { dayOf } from '../../../platform/clock.ts'
import type { Applied, Rejected } from '../../../platform/imports/index.ts'
import { columnsOf, districtOf } from '../content/columns.ts'
import { mustWait } from '../screening/approval.ts'
import { type Market, screen, stopOf } from '../screening/screen.ts'
import type { Signal } from '../screening/signal.ts'
import { looksAtAll, minimumWage } from '../settings.ts'
import { alikeAmong, type Compared, comparedWith } from '../store/alike.ts'
import { marketsOf } from '../store/market.ts'
import { type Refused, refusedLike, refusedNear } from '../store/refused.ts'
import { holdBySource } from '../store/source.ts'
import type { JobRow } from '../tables.ts'
import type { Candidate } from './candidate.ts'
import { employersFor, type EmployerProblem } from './employers.ts'
import { type ImportDesk, type Ready, writeBatch } from './write-batch.ts'

interface Around {
  markets: ReadonlyMap<string, Market>
  others: Map<string, Compared[]>
  refused: readonly Refused[]
  minimumWage: number | undefined
  looksAtAll: boolean
}

/** A row, for whom it is posted, and the posting it is known as. */
interface Placed {
  candidate: Candidate
  employerId: string
  before: JobRow | undefined
}

/** A row with its id and the columns of its posting. */
function prepare({ candidate, employerId, before }: Placed, { city, newId, ownDistrict }: ImportDesk) {
  const { content, engineJob } = candidate
  const id = before?.id ?? newId()
  const columns = columnsOf(content, { ...engineJob, id }, employerId)
  return { candidate, employerId, before, id, columns, district: districtOf(content, city, ownDistrict) }
}
type Prepared = ReturnType<typeof prepare>

/** The same with what was found in it. */
function readyOf(prepared: Prepared, around: Around): Ready & Prepared {
  const { id, columns, candidate, before = null } = prepared
  const alike = alikeAmong({ ...columns, id }, around.others.get(columns.titleKey) ?? [])[0]
  const market = columns.occupation === null ? null : (around.markets.get(columns.occupation) ?? null)
  const { minimumWage } = around
  const refused = refusedLike({ id, ...candidate.content }, around.refused)
  const found = screen(candidate.content, { market, minimumWage, alike: alike?.title ?? null, refused })
  const { contentHash } = columns
  return { ...prepared, found, isWaiting: mustWait({ contentHash, found }, before, around.looksAtAll) }
}

async function lookAround({ tx, city, cities, now, source }: ImportDesk, rows: readonly Prepared[]): Promise<Around> {
  const today = dayOf(now())
  const occupations = rows.flatMap(({ columns }) => columns.occupation ?? [])
  const titleKeys = rows.map(({ columns }) => columns.titleKey)
  return {
    markets: await marketsOf(tx, city, occupations, today),
    others: await comparedWith(tx, city, titleKeys),
    refused: await refusedNear(tx, city, source.organisationId, titleKeys),
    minimumWage: minimumWage({ cities, city }, today),
    looksAtAll: looksAtAll({ cities, city }, today),
  }
}

const stopped = ({ line }: Candidate, { field, found, why }: Signal): Rejected => ({
  line,
  column: field ?? '',
  value: found,
  reason: why,
})
const employerRefused = ({ line, employer }: Candidate, reason: EmployerProblem): Rejected => ({
  line,
  column: 'employer',
  value: employer,
  reason,
})

/** For whom each row is posted, each number of the source once; a posting never goes over to another employer. */
async function place(desk: ImportDesk, candidates: readonly Candidate[]) {
  const { tx, city, source } = desk
  const once = new Map(candidates.map((candidate) => [candidate.sourceId, candidate]))
  const known = await holdBySource(tx, city, source.organisationId, [...once.keys()])
  const employerOf = await employersFor(desk, source.organisationId)
  const placed: Placed[] = []
  const rejected: Rejected[] = []
  for (const candidate of once.values()) {
    const found = employerOf(candidate.employer)
    const before = known.get(candidate.sourceId)
    if ('problem' in found) rejected.push(employerRefused(candidate, found.problem))
    else if (before && before.employerId !== found.employerId)
      rejected.push(employerRefused(candidate, 'employer.changed'))
    else placed.push({ candidate, employerId: found.employerId, before })
  }
  return { placed, rejected }
}

const isChanged = ({ candidate, before }: Placed): boolean =>
  !before || (before.sourceHash !== candidate.sourceHash && before.status !== 'closed')

/**
 * Writes rows of one source, those it knows by their numbers changed only where they say something else. What its desk
 * has closed stays closed.
 */
export async function applyBatch(desk: ImportDesk, candidates: readonly Candidate[]): Promise<Applied> {
  const { placed, rejected } = await place(desk, candidates)
  const prepared = placed.filter(isChanged).map((each) => prepare(each, desk))
  const around = await lookAround(desk, prepared)
  const ready: Ready[] = []
  for (const each of prepared) {
    const one = readyOf(each, around)
    const stop = stopOf(one.found)
    if (stop) rejected.push(stopped(one.candidate, stop))
    else {
      ready.push(one)
      remember(around, one, desk.source.organisationId)
    }
  }
  await writeBatch(desk, ready)
  const created = ready.filter(({ before }) => !before).length
  return {
    created,
    updated: ready.length - created,
    unchanged: candidates.length - ready.length - rejected.length,
    waiting: ready.filter(({ isWaiting }) => isWaiting).length,
    rejected,
  }
}

/** Later rows are compared with this one too. */
function remember({ others }: Around, { id, employerId, columns }: Prepared, organisationId: string): void {
  const { title, textHash, sketch, districts, titleKey } = columns
  others.get(titleKey)?.unshift({ id, title, organisationId, employerId, textHash, sketch, districts })
}
