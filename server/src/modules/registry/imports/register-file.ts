import { mkdtemp, rm, writeFile } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { fileFailures } from '@renshu/contracts'
import { IntakeError, intakeMessage, openSource, type RawRow } from '@renshu/intake'
import { AppError } from '../../../platform/errors.ts'
import { kindOf } from '../../../platform/files/index.ts'
import type { Language } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import { type RegisterColumns, recogniseRegister } from './columns.ts'

/** A register that was opened. */
export interface Register {
  columns: RegisterColumns
  /** Its rows after the first `skipped`, at most `most` at a time; they can be walked once. */
  batches: (most: number, skipped?: number) => AsyncIterable<RawRow[]>
}

const NEEDED = { name: '单位名称', creditCode: '统一社会信用代码' } as const

const readable = (error: unknown, language: Language, name?: string): unknown =>
  error instanceof IntakeError ? fail.unreadableTable({ problem: intakeMessage(error, language, name) }) : error

/**
 * Opens a table of any name: what it is (.xlsx, .csv, .jsonl), is found from its content. `name` is what its owner
 * calls it, where that is not the path.
 * @throws registry.unreadableTable, also while its rows are walked, registry.columnMissing
 */
export async function openRegister(path: string, language: Language, name?: string): Promise<Register> {
  const source = await openSource(path).catch((error: unknown) => {
    throw readable(error, language, name)
  })
  const columns = recogniseRegister(source.columns)
  const missing = Object.entries(NEEDED).filter(([field]) => !columns[field as keyof typeof NEEDED])
  if (missing.length > 0) throw fail.columnMissing({ columns: missing.map(([, name]) => name).join('、') })
  async function* batches(most: number, skipped = 0): AsyncIterable<RawRow[]> {
    let batch: RawRow[] = []
    let at = 0
    try {
      for await (const row of source.rows) {
        if (at++ < skipped) continue
        if (batch.push(row) < most) continue
        yield batch
        batch = []
      }
    } catch (error) {
      throw readable(error, language, name)
    }
    if (batch.length > 0) yield batch
  }
  return { columns, batches }
}

/** Lets `work` read bytes as a file that nobody else may read and that is gone afterwards. */
export async function asFile<T>(bytes: Uint8Array, work: (path: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'renshu-register-'))
  try {
    const path = join(folder, 'register')
    await writeFile(path, bytes, { mode: 0o600 })
    return await work(path)
  } finally {
    await rm(folder, { recursive: true, force: true })
  }
}

const ZIP = [0x50, 0x4b, 3, 4]
const COUNTED_AT_ONCE = 1000

/**
 * Reads an uploaded register from its first row to its last, without writing anything: how many rows it has.
 * @throws files.empty, files.unsupported for an archive that is no harmless workbook, and what `openRegister` throws
 */
export async function countRows(bytes: Uint8Array, name: string, language: Language): Promise<number> {
  if (bytes.length === 0) throw new AppError(fileFailures.empty)
  if (ZIP.every((byte, at) => bytes[at] === byte) && kindOf(bytes) !== 'xlsx')
    throw new AppError(fileFailures.unsupported, { kinds: 'xlsx, csv' })
  return asFile(bytes, async (path) => {
    let rows = 0
    const register = await openRegister(path, language, name)
    for await (const batch of register.batches(COUNTED_AT_ONCE)) rows += batch.length
    return rows
  })
}
