import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntakeError, type JobRead, openSource, readJobs, recogniseColumns } from '@renshu/intake'
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
  insertRejects,
} from '../store/imports.ts'
import { applyBatch, type Rejected } from './apply-batch.ts'
import { type Candidate, candidateOf } from './candidate.ts'

/** Rows of one transaction: large enough to be quick, small enough that others get their turn. */
const BATCH = 500
/** From so many new rows on the planner of the embedded database has to look again. */
const MANY = 1000
const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Gives `work` a path under which the bytes lie, and clears it away. */
export async function withFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'renshu-jobs-'))
  try {
    const path = join(folder, 'jobs')
    await writeFile(path, bytes, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

/**
 * Answers whether a file is a table of postings.
 * @throws IntakeError with what is wrong
 */
export async function checkTable(path: string): Promise<void> {
  const source = await openSource(path)
  recogniseColumns(source.columns, 'jobs')
  // The rows are walked so far that their file is closed again.
  for await (const _ of source.rows) break
}

async function* batchesOf(reads: AsyncIterable<JobRead>, skip: number, most: number): AsyncGenerator<JobRead[]> {
  let batch: JobRead[] = []
  let count = 0
  for await (const read of reads) {
    if (count++ < skip) continue
    batch.push(read)
    if (batch.length === BATCH) {
      yield batch
      batch = []
    }
    if (count >= most) break
  }
  if (batch.length > 0) yield batch
}

/**
 * Reads an uploaded table to its end, a batch a transaction: what was written stays, whatever happens later, and a
 * second run goes on behind it. Two runs at once do not write a row twice.
 */
export async function runImport(services: Services, city: string, importId: string): Promise<void> {
  const { database, files, jobs } = services
  const asSystem = <T>(work: (tx: Tx) => Promise<T>) => database.transaction({ kind: 'system', city }, work)
  const row = await asSystem((tx) => importById(tx, city, importId))
  if (!row || row.done) return
  const { fileId } = row
  const sha256 = fileId && (await asSystem((tx) => hashOfFile(tx, city, fileId)))
  const bytes = sha256 ? await files.get(sha256) : undefined
  const isFirst = row.read === 0
  const problem = bytes ? await withFile(bytes, (path) => readAll(services, row, path)) : 'file.missing'
  await asSystem(async (tx) => {
    await endImport(tx, city, importId, problem)
    if (fileId) await removeFile({ tx, city, jobs }, fileId)
  })
  if (isFirst) await settlePlans(services, city, importId)
}

async function settlePlans({ database }: Services, city: string, importId: string): Promise<void> {
  const row = await database.transaction({ kind: 'system', city }, (tx) => importById(tx, city, importId), true)
  if (row && row.created >= MANY && database.kind === 'pglite') await analyse(database)
}

/** Null at the end of the file; else the code of what stopped it. */
async function readAll(services: Services, row: ImportRow, path: string): Promise<string | null> {
  try {
    const source = await openSource(path)
    const columns = recogniseColumns(source.columns, 'jobs')
    const asOf = dayOf(services.clock.now())
    const most = row.most ?? Number.POSITIVE_INFINITY
    for await (const batch of batchesOf(readJobs(source, columns, { asOf }), row.read, most))
      if (!(await takeBatch(services, row, batch))) return null
    return null
  } catch (error) {
    if (error instanceof IntakeError) return error.code
    throw error
  }
}

/** False where somebody else has gone on with this import. */
async function takeBatch(services: Services, row: ImportRow, batch: readonly JobRead[]): Promise<boolean> {
  const { database, clock, cities } = services
  const { city, id, organisationId } = row
  const today = dayOf(clock.now())
  const validUntil = dayAfter(today, validDays({ cities, city }, today))
  const { candidates, rejected } = sift(batch, validUntil, today)
  return database.transaction({ kind: 'system', city }, async (tx) => {
    const now = await holdImport(tx, city, id)
    if (!now || now.done || now.read !== row.read) return false
    const own = (await organisations(tx, city, [organisationId])).get(organisationId)
    const desk = { tx, city, cities, ...clock, source: row, ownDistrict: own?.district ?? `${city.slice(0, 4)}00` }
    const applied = await applyBatch(desk, candidates)
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
