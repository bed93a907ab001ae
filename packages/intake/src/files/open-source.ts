import { isGzip, openBytes, readStart, sizeOf } from './bytes.ts'
import { openTextSource } from './open-text.ts'
import { openSheetSource } from './open-sheet.ts'
import { sniff } from './sniff.ts'
import type { Source, SourceOptions } from './source.ts'
import { unpackToDisk } from './unpack.ts'
import { IntakeError } from '../errors.ts'

/** Enough of a compound file to meet the names in its directory in all but unusual layouts. */
const START_BYTES = 262_144

const unpackedStart = async (path: string, size: number): Promise<Buffer> => {
  for await (const chunk of openBytes(path, size, true).chunks) return chunk
  throw new IntakeError('file.empty', { path })
}

/**
 * Opens a table: .xlsx, .csv (also tab or semicolon separated), .jsonl, or one of these as .gz. What the file is, its
 * encoding and its header are found from the content. Throws `IntakeError`; rows that cannot be read do not throw.
 * @example const source = await openSource('jobs.xlsx', { sheet: '岗位' })
 */
export const openSource = async (path: string, options: SourceOptions = {}): Promise<Source> => {
  const size = await sizeOf(path)
  const first = await readStart(path, START_BYTES)
  const gzip = isGzip(first)
  const start = gzip ? await unpackedStart(path, size) : first
  if (sniff(start, path) === 'text') return openTextSource({ path, size, gzip }, options)
  if (!gzip) return openSheetSource({ path, size, file: path }, options)
  const unpacked = await unpackToDisk(path, size)
  try {
    return await openSheetSource({ path, ...unpacked }, options)
  } catch (error) {
    await unpacked.remove()
    throw error
  }
}
