import { insertMany, updateMany } from '../../../platform/bulk/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { emitMany } from '../../../platform/outbox/index.ts'
import type { ImportRow } from '../../../platform/imports/index.ts'
import type { Services } from '../../../platform/services.ts'
import type { columnsOf } from '../content/columns.ts'
import { listedUntil, shownUntil } from '../listing.ts'
import { approvalOf } from '../screening/approval.ts'
import type { Signal } from '../screening/signal.ts'
import { nextChange } from '../store/stream.ts'
import type { JobRow } from '../tables.ts'
import type { Candidate } from './candidate.ts'

/** What a batch is written with, in scope `system`. */
export interface ImportDesk extends Pick<Services, 'cities'> {
  tx: Tx
  city: string
  now: () => Date
  newId: () => string
  source: Pick<ImportRow, 'organisationId' | 'importedBy'>
  ownDistrict: string
}

/** A row that may be published, with everything that is kept of it. */
export interface Ready {
  id: string
  candidate: Candidate
  employerId: string
  /** The posting it changes, held. */
  before: JobRow | undefined
  columns: ReturnType<typeof columnsOf>
  district: string
  found: readonly Signal[]
  isWaiting: boolean
}

/** Where a posting stands after its import. */
function standOf({ now }: ImportDesk, { columns, isWaiting, before }: Ready, shown: string | null) {
  const today = dayOf(now())
  const { contentHash, validUntil } = columns
  return {
    status: isWaiting ? ('waiting' as const) : ('open' as const),
    ...approvalOf(contentHash, before ?? null, !isWaiting),
    waitingSince: isWaiting ? (before?.waitingSince ?? now()) : null,
    listedUntil: isWaiting ? null : listedUntil(validUntil, shown, today),
    confirmedOn: today,
  }
}

/** Numbers of the stream for those that the public sees, or saw before. */
async function numbersFor({ tx, city }: ImportDesk, seen: readonly Ready[]): Promise<Map<string, number>> {
  if (seen.length === 0) return new Map()
  const last = await nextChange(tx, city, seen.length)
  return new Map(seen.map(({ id }, at) => [id, last - seen.length + 1 + at]))
}

/** Writes new postings and changed ones, their versions, and that those found clean were approved. */
export async function writeBatch(desk: ImportDesk, ready: readonly Ready[]): Promise<void> {
  const { tx, city, source, now } = desk
  const parties = ({ employerId }: Ready) => ({ organisationId: source.organisationId, employerId })
  const shown = await shownUntil({ tx, city, now }, ready.map(parties))
  const stands = new Map(ready.map((one) => [one.id, standOf(desk, one, shown(parties(one)))]))
  const numbers = await numbersFor(
    desk,
    ready.filter(({ id, before }) => stands.get(id)!.listedUntil || before?.listedUntil),
  )
  const rowOf = (one: Ready) => ({
    city,
    id: one.id,
    ...one.columns,
    district: one.district,
    signals: one.found,
    sourceId: one.candidate.sourceId,
    sourceHash: one.candidate.sourceHash,
    ...stands.get(one.id)!,
    ...parties(one),
    changeSeq: numbers.get(one.id) ?? one.before?.changeSeq ?? 0,
    ...(one.before ? nextOf(desk, one.before, one) : firstOf(desk, one)),
  })
  const isNew = ({ before }: Ready): boolean => !before
  await insertMany(tx, 'jobs.job', ready.filter(isNew).map(rowOf))
  await updateMany(tx, 'jobs.job', ready.filter((one) => !isNew(one)).map(rowOf))
  await keepVersions(desk, ready)
  await tellOfEdits(desk, ready)
  await approve(
    desk,
    ready.filter(({ isWaiting }) => !isWaiting),
  )
}

/** What only a new posting is given. */
function firstOf({ now, source }: ImportDesk, { isWaiting }: Ready) {
  const publishedOn = isWaiting ? null : dayOf(now())
  return { publishedOn, createdAt: now(), createdBy: source.importedBy, closingNote: '', taken: 0, version: 1 }
}

/** What a change leaves of the posting before it. */
const nextOf = ({ now }: ImportDesk, before: JobRow, { isWaiting }: Ready) => ({
  publishedOn: before.publishedOn ?? (isWaiting ? null : dayOf(now())),
  version: before.version + 1,
})

async function keepVersions({ tx, city, now, source }: ImportDesk, ready: readonly Ready[]): Promise<void> {
  const { organisationId, importedBy } = source
  const saved = { organisationId, savedAt: now(), savedBy: importedBy }
  await insertMany(
    tx,
    'jobs.version',
    ready.map(({ id, before, columns: { content, contentHash } }) => {
      const version = (before?.version ?? 0) + 1
      return { city, id, version, ...saved, content, contentHash }
    }),
  )
}

/** Tells who stands above which published postings say something else now. */
async function tellOfEdits({ tx, city, now }: ImportDesk, ready: readonly Ready[]): Promise<void> {
  const edited = ready.flatMap(({ id, before, columns }) =>
    before?.publishedOn && before.contentHash !== columns.contentHash
      ? { city, kind: 'jobs.edited', payload: { jobId: id, version: before.version + 1 }, happenedAt: now() }
      : [],
  )
  await emitMany(tx, edited)
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
