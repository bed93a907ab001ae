import { IntakeError, type JobRead } from '@renshu/intake'
import { analyse } from '../../../platform/bulk/index.ts'
import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import { removeFile } from '../../../platform/files/index.ts'
import type { Services } from '../../../platform/services.ts'
import { organisations } from '../../registry/index.ts'
import { validDays } from '../settings.ts'
import {
  countImport,
  endImport,
  hashOfFile,
  holdImport,
  importById,
  type ImportRow,
  insertImport,
  insertRejects,
} from '../store/imports.ts'
import { applyBatch, type Rejected } from './apply-batch.ts'
import { type Candidate, candidateOf } from './candidate.ts'
import { batchesOf, checkTable, withFile } from './table.ts'

/** From so many new rows on the planner of the embedded database has to look again. */
const MANY = 1000
const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** What reading a table needs; a command has no more. */
type Desk = Pick<Services, 'database' | 'clock' | 'cities'>

const asSystem = <T>({ database }: Pick<Desk, 'database'>, city: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ kind: 'system', city }, work)

/**
 * Reads an uploaded table to its end, a batch a transaction: what was written stays, whatever happens later, and a
 * second run goes on behind it. Of two runs at once one writes.
 */
export async function runImport(services: Services, city: string, importId: string): Promise<void> {
  const { files, jobs } = services
  const row = await asSystem(services, city, (tx) => importById(tx, city, importId))
  if (!row || row.done) return
  const { fileId } = row
  const sha256 = fileId && (await asSystem(services, city, (tx) => hashOfFile(tx, city, fileId)))
  const bytes = sha256 ? await files.get(sha256) : undefined
  const end = bytes ? await withFile(bytes, (path) => readAll(services, row, path)) : 'file.missing'
  if (end === GONE_ON) return
  await asSystem(services, city, async (tx) => {
    await endImport(tx, city, importId, end)
    if (fileId) await removeFile({ tx, city, jobs }, fileId)
  })
  await settlePlans(services, city, importId)
}

/** A table that lies on this machine, for a command. */
export interface TableOnDisk {
  city: string
  organisationId: string
  path: string
  name: string
  /** Rows read at most; null: all. */
  most: number | null
  /** Told the share of the table that has been read, 0–1. */
  onBatch: (share: number) => void
}

/**
 * Imports a table of postings of an organisation straight into the database; the id of the import.
 * @throws IntakeError where it is no such table; nothing is written then
 */
export async function importTable(desk: Desk, table: TableOnDisk): Promise<string> {
  const { city, organisationId, path, name, most, onBatch } = table
  await checkTable(path)
  const about = { city, id: desk.clock.newId(), organisationId, name, most }
  const row = await asSystem(desk, city, (tx) =>
    insertImport(tx, { ...about, fileId: null, importedAt: desk.clock.now(), importedBy: null }),
  )
  const problem = await readAll(desk, row, path, onBatch)
  await asSystem(desk, city, (tx) => endImport(tx, city, row.id, problem))
  await settlePlans(desk, city, row.id)
  return row.id
}

async function settlePlans(desk: Desk, city: string, importId: string): Promise<void> {
  const row = await asSystem(desk, city, (tx) => importById(tx, city, importId))
  if (row && row.created >= MANY && desk.database.kind === 'pglite') await analyse(desk.database)
}

/** Somebody else reads on. */
const GONE_ON = 'goneOn'

/** Null at the end of the file; else the code of what stopped it. */
async function readAll(
  desk: Desk,
  row: ImportRow,
  path: string,
  onBatch: (share: number) => void = () => undefined,
): Promise<string | null> {
  const part = { skip: row.read, most: row.most ?? Number.POSITIVE_INFINITY, asOf: dayOf(desk.clock.now()) }
  try {
    for await (const { batch, share } of batchesOf(path, part)) {
      if (!(await takeBatch(desk, row, batch))) return GONE_ON
      onBatch(share)
    }
    return null
  } catch (error) {
    if (error instanceof IntakeError) return error.code
    throw error
  }
}

/** False where somebody else has gone on with this import. */
async function takeBatch(desk: Desk, row: ImportRow, batch: readonly JobRead[]): Promise<boolean> {
  const { database, clock, cities } = desk
  const { city, id, organisationId } = row
  const today = dayOf(clock.now())
  const validUntil = dayAfter(today, validDays({ cities, city }, today))
  const { candidates, rejected } = sift(batch, validUntil, today)
  return database.transaction({ kind: 'system', city }, async (tx) => {
    const now = await holdImport(tx, city, id)
    if (!now || now.done || now.read !== row.read) return false
    const own = (await organisations(tx, city, [organisationId])).get(organisationId)
    const ownDistrict = own?.district ?? city
    const applied = await applyBatch({ tx, city, cities, ...clock, source: row, ownDistrict }, candidates)
    const sentBack = [...rejected, ...applied.rejected].toSorted((a, b) => a.line - b.line)
    await insertRejects(
      tx,
      sentBack.map(({ column: columnName, ...reject }, at) => ({
        city,
        id,
        number: now.rejected + at + 1,
        organisationId,
        columnName,
        ...reject,
      })),
    )
    const counts = {
      read: now.read + batch.length,
      created: now.created + applied.created,
      updated: now.updated + applied.updated,
      unchanged: now.unchanged + applied.unchanged,
      waiting: now.waiting + applied.waiting,
      rejected: now.rejected + sentBack.length,
    }
    await countImport(tx, city, id, counts)
    row.read = counts.read
    return true
  })
}

function sift(batch: readonly JobRead[], validUntil: string, today: string) {
  const candidates: Candidate[] = []
  const rejected: Rejected[] = []
  for (const read of batch)
    if ('job' in read) candidates.push(candidateOf(read, validUntil, today))
    else {
      const { line, column, value, reason } = read.reject
      rejected.push({ line, column, value, reason })
    }
  return { candidates, rejected }
}
