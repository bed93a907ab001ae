import { IntakeError } from '@renshu/intake'
import { analyse } from '../bulk/index.ts'
import { type Clock, dayOf } from '../clock.ts'
import type { Tx } from '../database/index.ts'
import { removeFile } from '../files/index.ts'
import type { Language } from '../http/index.ts'
import type { Services } from '../services.ts'
import { ahead, type Batch, type Part } from './batches.ts'
import { hashOfFile, importsIn } from './store.ts'
import type { ImportRow } from './tables.ts'
import { withFile } from './with-file.ts'

/** From so many new rows on the planner of the embedded database has to look again. */
const MANY = 1000

/** A row that was sent back; `reason` is a code. */
export interface Rejected {
  line: number
  column: string
  value: string
  reason: string
}

/** What became of a batch. */
export interface Applied {
  created: number
  updated: number
  unchanged: number
  /** Of those created and updated, how many somebody has to look at. */
  waiting: number
  rejected: readonly Rejected[]
}

/** What a batch is written with, in scope `system`. */
export interface BatchDesk extends Clock, Pick<Services, 'cities' | 'secrets' | 'jobs'> {
  tx: Tx
  city: string
}

/** Tables of one kind: how they are read, and what is made of their rows. */
export interface TableKind<Row> {
  /** Of the module, with its tables `import` and `import_reject`. */
  schema: string
  /** @throws IntakeError */
  batches: (
    path: string,
    part: Part,
    desk: Pick<Services, 'cities' | 'secrets'> & { city: string },
  ) => AsyncIterable<Batch<Row>>
  take: (desk: BatchDesk, row: ImportRow, batch: readonly Row[]) => Promise<Applied>
  /** Why a row was sent back, as a phrase. */
  explain: (reason: string, language: Language) => string
}

const asSystem = <T>({ database }: Services, city: string, work: (tx: Tx) => Promise<T>): Promise<T> =>
  database.transaction({ kind: 'system', city }, work)

/**
 * Reads an uploaded table to its end, a batch a transaction: what was written stays, whatever happens later, and a
 * second run goes on behind it. Of two runs at once one writes.
 */
export async function runImport<Row>(
  services: Services,
  kind: TableKind<Row>,
  city: string,
  importId: string,
): Promise<void> {
  const { files, jobs } = services
  const imports = importsIn(kind.schema)
  const row = await asSystem(services, city, (tx) => imports.byId(tx, city, importId))
  if (!row || row.done) return
  const { fileId } = row
  const sha256 = fileId && (await asSystem(services, city, (tx) => hashOfFile(tx, city, fileId)))
  const bytes = sha256 ? await files.get(sha256) : undefined
  const end = bytes ? await withFile(bytes, (path) => readAll(services, kind, row, path)) : 'file.missing'
  if (end === GONE_ON) return
  await asSystem(services, city, async (tx) => {
    await imports.end(tx, city, importId, end)
    if (fileId) await removeFile({ tx, city, jobs }, fileId)
  })
  await settlePlans(services, row)
}

/** A table that lies on this machine, for a command. */
interface TableOnDisk {
  city: string
  organisationId: string
  path: string
  name: string
  /** Rows read at most; null: all. */
  most: number | null
  /** Told the share of the table that has been read, 0–1. */
  onBatch: (share: number) => void
}

/** Imports a table of an organisation straight into the database; the id of the import. */
export async function importTable<Row>(services: Services, kind: TableKind<Row>, table: TableOnDisk): Promise<string> {
  const { city, organisationId, path, name, most, onBatch } = table
  const { clock } = services
  const imports = importsIn(kind.schema)
  const about = { city, id: clock.newId(), organisationId, name, most }
  const row = await asSystem(services, city, (tx) =>
    imports.insert(tx, { ...about, fileId: null, importedAt: clock.now(), importedBy: null }),
  )
  const problem = await readAll(services, kind, row, path, onBatch)
  await asSystem(services, city, (tx) => imports.end(tx, city, row.id, problem))
  await settlePlans(services, row)
  return row.id
}

async function settlePlans({ database }: Services, { created }: ImportRow): Promise<void> {
  if (created >= MANY && database.kind === 'pglite') await analyse(database)
}

/** Somebody else reads on. */
const GONE_ON = 'goneOn'

/** Null at the end of the file; else the code of what stopped it. */
async function readAll<Row>(
  services: Services,
  kind: TableKind<Row>,
  row: ImportRow,
  path: string,
  onBatch: (share: number) => void = () => undefined,
): Promise<string | null> {
  const { clock } = services
  const part = { skip: row.read, most: row.most ?? Number.POSITIVE_INFINITY, asOf: dayOf(clock.now()) }
  try {
    for await (const { batch, share } of ahead(kind.batches(path, part, { ...services, city: row.city }))) {
      if (!(await takeBatch(services, kind, row, batch))) return GONE_ON
      onBatch(share)
    }
    return null
  } catch (error) {
    if (error instanceof IntakeError) return error.code
    throw error
  }
}

/** False where somebody else has gone on with this import. `row` counts on. */
async function takeBatch<Row>(
  services: Services,
  kind: TableKind<Row>,
  row: ImportRow,
  batch: readonly Row[],
): Promise<boolean> {
  const { clock, cities, secrets, jobs } = services
  const { city, id, organisationId } = row
  const imports = importsIn(kind.schema)
  return asSystem(services, city, async (tx) => {
    const now = await imports.hold(tx, city, id)
    if (!now || now.done || now.read !== row.read) return false
    const applied = await kind.take({ tx, city, cities, secrets, jobs, ...clock }, row, batch)
    await imports.insertRejects(
      tx,
      applied.rejected
        .toSorted((a, b) => a.line - b.line)
        .map(({ column: columnName, line, value, reason }, at) => {
          const number = now.rejected + at + 1
          return { city, id, number, organisationId, line, columnName, value, reason }
        }),
    )
    const counts = {
      read: now.read + batch.length,
      created: now.created + applied.created,
      updated: now.updated + applied.updated,
      unchanged: now.unchanged + applied.unchanged,
      waiting: now.waiting + applied.waiting,
      rejected: now.rejected + applied.rejected.length,
    }
    await imports.count(tx, city, id, counts)
    Object.assign(row, counts)
    return true
  })
}
