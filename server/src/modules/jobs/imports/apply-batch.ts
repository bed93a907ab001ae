import { insertMany } from '../../../platform/bulk/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Services } from '../../../platform/services.ts'
import { columnsOf, districtOf } from '../content/columns.ts'
import { listedUntil, shownUntil } from '../listing.ts'
import { type Market, needsLook, screen, stopOf } from '../screening/screen.ts'
import type { Signal } from '../screening/signal.ts'
import { looksAtAll, minimumWage } from '../settings.ts'
import { alikeAmong, type Compared, comparedWith } from '../store/alike.ts'
import { holdBySource, type ImportRow } from '../store/imports.ts'
import { insertVersion, updateJob } from '../store/jobs.ts'
import { marketsOf } from '../store/market.ts'
import { nextChange } from '../store/stream.ts'
import type { JobRow } from '../tables.ts'
import type { Candidate } from './candidate.ts'

export interface Rejected {
  line: number
  column: string
  value: string
  reason: string
}

export interface Applied {
  created: number
  updated: number
  unchanged: number
  waiting: number
  rejected: Rejected[]
}

/** What a batch is written with, in scope `system`. */
export interface ImportDesk extends Pick<Services, 'cities'> {
  tx: Tx
  city: string
  now: () => Date
  newId: () => string
  source: Pick<ImportRow, 'organisationId' | 'importedBy'>
  ownDistrict: string
}

interface Around {
  markets: ReadonlyMap<string, Market>
  others: Map<string, Compared[]>
  minimumWage: number | undefined
  looksAtAll: boolean
}

/** A row with its id and the columns of its posting. */
function prepare(candidate: Candidate, id: string, { city, source, ownDistrict }: ImportDesk) {
  const { content, engineJob } = candidate
  const columns = columnsOf(content, { ...engineJob, id }, source.organisationId)
  const places = content.places.map(({ place }) => place)
  return { candidate, id, columns, places, district: districtOf(content, city, ownDistrict) }
}
type Prepared = ReturnType<typeof prepare>

interface Ready extends Prepared {
  found: readonly Signal[]
  isWaiting: boolean
}

/** The same with what was found in it. */
function readyOf(prepared: Prepared, around: Around): Ready {
  const { id, columns, places, candidate } = prepared
  const alike = alikeAmong({ ...columns, id, places }, around.others.get(columns.titleKey) ?? [])[0]
  const market = columns.occupation === null ? null : (around.markets.get(columns.occupation) ?? null)
  const { minimumWage } = around
  const found = screen(candidate.content, { market, minimumWage, alike: alike?.title ?? null })
  return { ...prepared, found, isWaiting: needsLook(found) || around.looksAtAll }
}

async function lookAround({ tx, city, cities, now }: ImportDesk, rows: readonly Prepared[]): Promise<Around> {
  const today = dayOf(now())
  const occupations = rows.flatMap(({ columns }) => columns.occupation ?? [])
  const titleKeys = rows.map(({ columns }) => columns.titleKey)
  return {
    markets: await marketsOf(tx, city, occupations, today),
    others: await comparedWith(tx, city, titleKeys),
    minimumWage: minimumWage({ cities, city }, today),
    looksAtAll: looksAtAll({ cities, city }, today),
  }
}

const rejection = ({ line }: Candidate, { field, found, why }: Signal): Rejected => ({
  line,
  column: field ?? '',
  value: found,
  reason: why,
})

/**
 * Writes rows of one source, those it knows by their numbers changed only where they say something else. What its desk
 * has closed stays closed.
 */
export async function applyBatch(desk: ImportDesk, candidates: readonly Candidate[]): Promise<Applied> {
  const { tx, city, newId, source } = desk
  const once = new Map(candidates.map((candidate) => [candidate.sourceId, candidate]))
  const known = await holdBySource(tx, city, source.organisationId, [...once.keys()])
  const changed = [...once.values()].filter(({ sourceId, sourceHash }) => {
    const before = known.get(sourceId)
    return !before || (before.sourceHash !== sourceHash && before.status !== 'closed')
  })
  const prepared = changed.map((candidate) => prepare(candidate, known.get(candidate.sourceId)?.id ?? newId(), desk))
  const around = await lookAround(desk, prepared)
  const ready: Ready[] = []
  const rejected: Rejected[] = []
  for (const each of prepared) {
    const one = readyOf(each, around)
    const stop = stopOf(one.found)
    if (stop) rejected.push(rejection(one.candidate, stop))
    else {
      ready.push(one)
      remember(around, one, source.organisationId)
    }
  }
  const created = ready.filter(({ candidate }) => !known.has(candidate.sourceId))
  await write(desk, created, ready, known)
  return {
    created: created.length,
    updated: ready.length - created.length,
    unchanged: candidates.length - changed.length,
    waiting: ready.filter(({ isWaiting }) => isWaiting).length,
    rejected,
  }
}

/** Later rows are compared with this one too. */
function remember({ others }: Around, { id, columns, places }: Ready, organisationId: string): void {
  const { title, textHash, sketch, titleKey } = columns
  others.get(titleKey)?.unshift({ id, title, organisationId, employerId: organisationId, textHash, sketch, places })
}

/** Where a posting stands after its import. */
function standOf({ now }: ImportDesk, { columns, isWaiting }: Ready, shown: string | null) {
  const today = dayOf(now())
  const { contentHash, validUntil } = columns
  return {
    status: isWaiting ? ('waiting' as const) : ('open' as const),
    approvedHash: isWaiting ? null : contentHash,
    waitingSince: isWaiting ? now() : null,
    listedUntil: isWaiting ? null : listedUntil(validUntil, shown, today),
    confirmedOn: today,
  }
}

async function write(
  desk: ImportDesk,
  created: readonly Ready[],
  ready: readonly Ready[],
  known: ReadonlyMap<string, JobRow>,
): Promise<void> {
  const { tx, city, source, now } = desk
  const { organisationId, importedBy } = source
  const parties = { organisationId, employerId: organisationId }
  const shown = (await shownUntil({ tx, city, now }, [parties]))(parties)
  const stands = new Map(ready.map((one) => [one.id, standOf(desk, one, shown)]))
  const seen = ready.filter(
    ({ id, candidate }) => stands.get(id)!.listedUntil || known.get(candidate.sourceId)?.listedUntil,
  )
  const numbers = await numbersFor(desk, seen)
  const rowOf = (one: Ready) => ({
    ...one.columns,
    district: one.district,
    signals: one.found,
    sourceId: one.candidate.sourceId,
    sourceHash: one.candidate.sourceHash,
    ...stands.get(one.id)!,
  })
  const savedAt = now()
  const rows = created.map((one) => {
    const row = { city, id: one.id, ...parties, ...rowOf(one), changeSeq: numbers.get(one.id) ?? 0 }
    const publishedOn = row.status === 'open' ? dayOf(savedAt) : null
    return { ...row, publishedOn, createdAt: savedAt, createdBy: importedBy, closingNote: '', taken: 0, version: 1 }
  })
  await insertMany(tx, 'jobs.job', rows)
  const written = rows.map(({ id, content, contentHash }) => ({ id, content, contentHash }))
  await insertMany(
    tx,
    'jobs.version',
    written.map((row) => ({ city, organisationId, version: 1, savedAt, savedBy: importedBy, ...row })),
  )
  for (const one of ready) {
    const before = known.get(one.candidate.sourceId)
    if (before) await overwrite(desk, before, rowOf(one), numbers.get(one.id))
  }
  await approve(
    desk,
    ready.filter(({ isWaiting }) => !isWaiting),
  )
}

async function numbersFor({ tx, city }: ImportDesk, seen: readonly Ready[]): Promise<Map<string, number>> {
  if (seen.length === 0) return new Map()
  const last = await nextChange(tx, city, seen.length)
  return new Map(seen.map(({ id }, at) => [id, last - seen.length + 1 + at]))
}

type RowOf = Ready['columns'] & ReturnType<typeof standOf> & { signals: readonly Signal[]; district: string }

async function overwrite(
  { tx, source, now }: ImportDesk,
  before: JobRow,
  { content, engineJob, signals, ...columns }: RowOf & { sourceId: string; sourceHash: string },
  changeSeq: number | undefined,
): Promise<void> {
  const row = await updateJob(tx, before, {
    ...columns,
    content: JSON.stringify(content),
    engineJob: JSON.stringify(engineJob),
    signals: JSON.stringify(signals),
    refusal: null,
    publishedOn: before.publishedOn ?? (columns.status === 'open' ? columns.confirmedOn : null),
    ...(changeSeq !== undefined && { changeSeq }),
  })
  if (row) await insertVersion(tx, row, source.importedBy, now())
}

/** Records that these contents were found clean by themselves. */
async function approve({ tx, city, now, newId, source }: ImportDesk, clean: readonly Ready[]): Promise<void> {
  const { organisationId } = source
  const said = { decision: 'approved', reason: '', decidedAt: now(), decidedBy: null }
  await insertMany(
    tx,
    'jobs.decision',
    clean.map(({ id, columns }) => ({
      city,
      id: newId(),
      jobId: id,
      organisationId,
      contentHash: columns.contentHash,
      ...said,
    })),
  )
}
