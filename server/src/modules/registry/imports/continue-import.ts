import type { RawRow } from '@renshu/intake'
import { AppError } from '../../../platform/errors.ts'
import { readFile, removeFile } from '../../../platform/files/index.ts'
import { anonymous } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import { isOfficerOf } from '../../accounts/index.ts'
import {
  addToImport,
  endImport,
  holdImport,
  type ImportRow,
  insertRejectedRows,
  takeUpImport,
} from '../store/imports.ts'
import { applyRows, type Reading } from './apply-rows.ts'
import { asFile, openRegister } from './register-file.ts'

export const IMPORT_JOB = 'registry.import'

/** On the embedded database everybody waits while a batch is written: half a second. */
const BATCH = 500
/** Taken up so often without a batch being written, an import is given up: something in it cannot be written. */
const MOST_TRIES = 10

export interface Continued {
  city: string
  importId: string
}

/**
 * Goes on with an import after its last written batch. Any number of processes may do so at once: only one of them
 * writes each batch. Ends early, and is queued again, once `ending` says that the process stops.
 */
export async function continueImport(services: Services, { city: code, importId }: Continued, ending?: AbortSignal) {
  const { database, cities, jobs } = services
  const inSystem = <T>(work: Parameters<typeof database.transaction<T>>[1]) =>
    database.transaction<T>({ kind: 'system', city: code }, work)
  const row = await inSystem((tx) => takeUpImport(tx, code, importId))
  if (!row) return
  const city = cities.get(code)
  const bytes = await bytesOf(services, row)
  if (!city || !bytes || row.tries > MOST_TRIES) return end(services, row, 'failed')
  const wrote = await asFile(bytes, async (path) => {
    const { columns, batches } = await openRegister(path, 'zh')
    const reading = { columns, city, charge: { district: row.district, own: new Set(row.ownOrganisations) } }
    let read = row.read
    for await (const rows of batches(BATCH, read)) {
      if (ending?.aborted) return 'stopped' as const
      const applied = await applyOne(services, { ...row, read }, rows, reading)
      if (applied !== 'written') return applied
      read += rows.length
    }
    return 'all' as const
  })
  if (wrote === 'all') await end(services, row, 'done')
  if (wrote === 'dismissed') await end(services, row, 'failed')
  if (wrote === 'stopped') await inSystem((tx) => jobs.send(tx, IMPORT_JOB, { city: code, importId }))
}

async function bytesOf({ database, files }: Services, { city, fileId }: ImportRow): Promise<Uint8Array | undefined> {
  if (!fileId) return undefined
  return database
    .transaction({ kind: 'system', city }, (tx) => readFile({ tx, city, files }, fileId), true)
    .then(
      ({ bytes }) => bytes,
      (error: unknown) => {
        if (error instanceof AppError) return undefined
        throw error
      },
    )
}

/** One batch and how far it is, in the name of the officer, while he is one; another process may have written it. */
function applyOne(
  services: Services,
  row: ImportRow,
  rows: readonly RawRow[],
  reading: Reading,
): Promise<'written' | 'overtaken' | 'dismissed'> {
  const { database, secrets, clock } = services
  const { city, id, importedBy, district } = row
  return database.transaction({ kind: 'officer', city, personId: importedBy, district }, async (tx) => {
    const held = await holdImport(tx, city, id)
    if (held?.status !== 'running' || held.read !== row.read) return 'overtaken'
    if (!(await isOfficerOf({ tx, city }, importedBy, district))) return 'dismissed'
    const desk = { tx, city, secrets, ...clock, actor: { ...anonymous, personId: importedBy } }
    const report = await applyRows(desk, rows, reading)
    await insertRejectedRows(tx, row, report.rejected, clock.newId)
    await addToImport(tx, row, report, clock.now())
    return 'written'
  })
}

/** Its file holds telephone numbers and is not needed any more. */
async function end({ database, jobs, clock }: Services, { city, id, fileId }: ImportRow, status: 'done' | 'failed') {
  await database.transaction({ kind: 'system', city }, async (tx) => {
    await endImport(tx, city, id, status, clock.now())
    if (fileId) await removeFile({ tx, city, jobs }, fileId)
  })
}
