import { createReadStream } from 'node:fs'
import { Readable } from 'node:stream'
import { crc32 } from 'node:zlib'
import { type Entry, fromRandomAccessReaderPromise, RandomAccessReader, type ZipFile } from 'yauzl'
import { IntakeError } from '../errors.ts'
import { explainReadFailure } from '../files/bytes.ts'

export type ZipEntry = Entry

/** `path` is what the user calls the archive, wherever it lies. */
export type Zip = { path: string; archive: ZipFile; entries: Map<string, ZipEntry> }

/** A workbook has some dozens of parts; every one costs a look at the disk. */
const MAX_ENTRIES = 10_000

/** Opens the file for each piece, so that nothing is left open between two looks at a workbook. */
class FilePieces extends RandomAccessReader {
  readonly #file: string
  readonly #size: number

  constructor(file: string, size: number) {
    super()
    this.#file = file
    this.#size = size
  }

  /** A damaged directory may point anywhere; `createReadStream` would throw where nobody can catch it. */
  override _readStreamForRange(start: number, end: number): Readable {
    const isInside = start >= 0 && end <= this.#size
    return isInside
      ? createReadStream(this.#file, { start, end: end - 1, highWaterMark: 131_072 })
      : new Readable({ read: (): void => undefined }).destroy(new Error('beyond the end of the file'))
  }
}

/** yauzl tells its findings only in sentences: all but two mean that the archive is not whole. */
const explainZipFailure = (error: unknown, path: string): unknown => {
  if (error instanceof IntakeError || !(error instanceof Error)) return error
  if ('code' in error) return explainReadFailure(error, path)
  const problem = error.message.includes('encrypt') ? 'file.encrypted' : 'file.truncated'
  return new IntakeError(problem, { path })
}

/** Reads the directory of an archive. Errors: `file.truncated`, `file.encrypted`, `file.unknownFormat`. */
export const openZip = async (file: string, size: number, path = file): Promise<Zip> => {
  const entries = new Map<string, ZipEntry>()
  try {
    const archive = await fromRandomAccessReaderPromise(new FilePieces(file, size), size, { autoClose: false })
    for await (const entry of archive.eachEntry()) {
      entries.set(entry.fileName, entry)
      if (entries.size > MAX_ENTRIES) throw new IntakeError('file.unknownFormat', { path, found: 'zip' })
    }
    return { path, archive, entries }
  } catch (error) {
    throw explainZipFailure(error, path)
  }
}

export type EntryReading = { limit: number; onBytes?: (bytes: number) => void }

/**
 * Unpacks one entry piece by piece. One that states more than `limit` bytes is refused at once, one that unpacks to
 * more or less than it states as soon as that shows. Errors: `file.encrypted`, `file.truncated`, `sheet.tooLarge`.
 */
export async function* readEntry(zip: Zip, entry: ZipEntry, reading: EntryReading): AsyncGenerator<Buffer> {
  const { path, archive } = zip
  if (entry.isEncrypted()) throw new IntakeError('file.encrypted', { path })
  if (entry.uncompressedSize > reading.limit) throw new IntakeError('sheet.tooLarge', { path, limit: reading.limit })
  let check = 0
  try {
    for await (const chunk of await archive.openReadStreamPromise(entry)) {
      check = crc32(chunk as Buffer, check)
      reading.onBytes?.((chunk as Buffer).length)
      yield chunk as Buffer
    }
  } catch (error) {
    throw explainZipFailure(error, path)
  }
  // yauzl compares sizes only.
  if (check !== entry.crc32) throw new IntakeError('file.truncated', { path })
}
