import { createReadStream } from 'node:fs'
import { type FileHandle, open } from 'node:fs/promises'
import { crc32, createInflateRaw } from 'node:zlib'
import { IntakeError } from '../errors.ts'
import { explainReadFailure } from '../files/bytes.ts'

/** An entry of the archive; sizes in bytes as the directory states them. */
export type ZipEntry = {
  name: string
  method: number
  encrypted: boolean
  /** CRC-32 of the unpacked content. */
  check: number
  packed: number
  size: number
  offset: number
}

/** `file` is where the archive lies, `path` what the user calls it. */
export type Zip = { path: string; file: string; entries: Map<string, ZipEntry> }

const END = 0x06054b50
const END_64 = 0x06064b50
const END_64_LOCATOR = 0x07064b50
const DIRECTORY = 0x02014b50
const LOCAL = 0x04034b50
const MAX_DIRECTORY = 50_000_000

const readAt = async (file: FileHandle, from: number, length: number): Promise<Buffer> => {
  const { buffer, bytesRead } = await file.read(Buffer.alloc(length), 0, length, from)
  return buffer.subarray(0, bytesRead)
}

const wide = (bytes: Buffer, at: number): number => Number(bytes.readBigUInt64LE(at))

/** Where the directory lies: the record at the very end, or its 64-bit form. */
const findDirectory = async (file: FileHandle, size: number): Promise<{ from: number; length: number } | undefined> => {
  const tail = await readAt(file, Math.max(0, size - 65_557), Math.min(size, 65_557))
  const at = tail.lastIndexOf(Buffer.from('PK\x05\x06', 'latin1'))
  if (at < 0 || tail.length < at + 22 || tail.readUInt32LE(at) !== END) return undefined
  const locator = at - 20
  if (locator >= 0 && tail.readUInt32LE(locator) === END_64_LOCATOR) {
    const end = await readAt(file, wide(tail, locator + 8), 56)
    if (end.length === 56 && end.readUInt32LE(0) === END_64) return { from: wide(end, 48), length: wide(end, 40) }
  }
  return { from: tail.readUInt32LE(at + 16), length: tail.readUInt32LE(at + 12) }
}

/** Sizes and offset of an entry beyond 4 GB stand in its extra field 1, in a fixed order, only where needed. */
const widen = (entry: ZipEntry, extra: Buffer): ZipEntry => {
  for (let at = 0; at + 4 <= extra.length; at += 4 + extra.readUInt16LE(at + 2)) {
    if (extra.readUInt16LE(at) !== 1) continue
    let next = at + 4
    const take = (value: number): number => {
      if (value !== 0xffffffff || next + 8 > extra.length) return value
      next += 8
      return wide(extra, next - 8)
    }
    return { ...entry, size: take(entry.size), packed: take(entry.packed), offset: take(entry.offset) }
  }
  return entry
}

const readEntries = (bytes: Buffer): ZipEntry[] => {
  const entries: ZipEntry[] = []
  let at = 0
  while (at + 46 <= bytes.length && bytes.readUInt32LE(at) === DIRECTORY) {
    const nameEnd = at + 46 + bytes.readUInt16LE(at + 28)
    const extraEnd = nameEnd + bytes.readUInt16LE(at + 30)
    const entry = {
      name: bytes.toString('utf8', at + 46, nameEnd).replaceAll('\\', '/'),
      encrypted: (bytes.readUInt16LE(at + 8) & 1) === 1,
      method: bytes.readUInt16LE(at + 10),
      check: bytes.readUInt32LE(at + 16),
      packed: bytes.readUInt32LE(at + 20),
      size: bytes.readUInt32LE(at + 24),
      offset: bytes.readUInt32LE(at + 42),
    }
    entries.push(widen(entry, bytes.subarray(nameEnd, extraEnd)))
    at = extraEnd + bytes.readUInt16LE(at + 32)
  }
  return entries
}

/** Reads the directory of an archive. Errors: `file.truncated`, `file.tooLarge`. */
export const openZip = async (file: string, size: number, path = file): Promise<Zip> => {
  const handle = await open(file)
  try {
    const directory = await findDirectory(handle, size)
    if (!directory || directory.from + directory.length > size) throw new IntakeError('file.truncated', { path })
    if (directory.length > MAX_DIRECTORY) throw new IntakeError('file.tooLarge', { path, limit: MAX_DIRECTORY })
    const entries = readEntries(await readAt(handle, directory.from, directory.length))
    return { path, file, entries: new Map(entries.map((entry) => [entry.name, entry])) }
  } finally {
    await handle.close()
  }
}

const dataStart = async (zip: Zip, entry: ZipEntry): Promise<number> => {
  const file = await open(zip.file)
  try {
    const head = await readAt(file, entry.offset, 30)
    if (head.length < 30 || head.readUInt32LE(0) !== LOCAL) throw new IntakeError('file.truncated', { path: zip.path })
    return entry.offset + 30 + head.readUInt16LE(26) + head.readUInt16LE(28)
  } finally {
    await file.close()
  }
}

export type EntryReading = { limit: number; onPacked?: (bytes: number) => void }

/**
 * Unpacks one entry piece by piece and stops at `limit` bytes, whatever size the directory claims.
 * Errors: `file.encrypted`, `file.truncated`, `sheet.tooLarge`.
 */
export async function* readEntry(zip: Zip, entry: ZipEntry, reading: EntryReading): AsyncGenerator<Buffer> {
  if (entry.encrypted) throw new IntakeError('file.encrypted', { path: zip.path })
  if (entry.packed === 0) return
  const start = await dataStart(zip, entry)
  const file = createReadStream(zip.file, { start, end: start + entry.packed - 1, highWaterMark: 131_072 })
  file.on('data', (chunk) => reading.onPacked?.(chunk.length))
  const inflate = entry.method === 8 ? createInflateRaw({ chunkSize: 65_536 }) : undefined
  if (inflate) file.on('error', (error) => inflate.destroy(error))
  let total = 0
  let check = 0
  try {
    for await (const chunk of inflate ? file.pipe(inflate) : file) {
      total += (chunk as Buffer).length
      check = crc32(chunk as Buffer, check)
      if (total > reading.limit) throw new IntakeError('sheet.tooLarge', { path: zip.path, limit: reading.limit })
      yield chunk as Buffer
    }
    if (check !== entry.check) throw new IntakeError('file.truncated', { path: zip.path })
  } catch (error) {
    throw explainReadFailure(error, zip.path)
  } finally {
    inflate?.destroy()
    file.destroy()
  }
}

/** The whole text of a small part; undefined when the archive has none of this name. */
export const readPart = async (zip: Zip, name: string, limit: number): Promise<string | undefined> => {
  const entry = zip.entries.get(name)
  if (!entry) return undefined
  const chunks: Buffer[] = []
  for await (const chunk of readEntry(zip, entry, { limit })) chunks.push(chunk)
  return Buffer.concat(chunks).toString('utf8')
}
