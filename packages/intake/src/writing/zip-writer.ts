import { crc32, createDeflateRaw } from 'node:zlib'
import type { DraftFile } from './draft-file.ts'

/** One entry being written; entries come one after the other. */
export type EntryWriter = { write: (text: string) => Promise<void>; end: () => Promise<void> }

export type ZipWriter = { begin: (name: string) => EntryWriter; finish: () => Promise<void> }

type Entry = { name: Buffer; offset: number; check: number; packed: number; size: number }

const BLOCK = 131_072
/** 1 January 1980, the first day a zip can state: the same rows make the same bytes. */
const DATE = 0x21
const UTF8_NAMES = 0x0800

const sizes = ({ check, packed, size }: Entry): Buffer => {
  const bytes = Buffer.alloc(12)
  bytes.writeUInt32LE(check, 0)
  bytes.writeUInt32LE(packed, 4)
  bytes.writeUInt32LE(size, 8)
  return bytes
}

/** Version 2.0, names in UTF-8, deflated, time and date. */
const COMMON = (() => {
  const bytes = Buffer.alloc(10)
  bytes.writeUInt16LE(20, 0)
  bytes.writeUInt16LE(UTF8_NAMES, 2)
  bytes.writeUInt16LE(8, 4)
  bytes.writeUInt16LE(DATE, 8)
  return bytes
})()

const lengths = (name: Buffer): Buffer => {
  const bytes = Buffer.alloc(4)
  bytes.writeUInt16LE(name.length, 0)
  return bytes
}

const localHeader = (entry: Entry): Buffer =>
  Buffer.concat([Buffer.from('PK\x03\x04', 'latin1'), COMMON, sizes(entry), lengths(entry.name), entry.name])

const directoryHeader = (entry: Entry): Buffer => {
  const place = Buffer.alloc(14)
  place.writeUInt32LE(entry.offset, 10)
  const version = Buffer.from([20, 0])
  const head = [Buffer.from('PK\x01\x02', 'latin1'), version, COMMON, sizes(entry), lengths(entry.name)]
  return Buffer.concat([...head, place, entry.name])
}

const directoryEnd = (count: number, length: number, offset: number): Buffer => {
  const bytes = Buffer.alloc(22)
  bytes.write('PK\x05\x06', 'latin1')
  bytes.writeUInt16LE(count, 8)
  bytes.writeUInt16LE(count, 10)
  bytes.writeUInt32LE(length, 12)
  bytes.writeUInt32LE(offset, 16)
  return bytes
}

/** Deflates what is written and puts it behind the local header, whose sizes are filled in at the end. */
const openEntry = (draft: DraftFile, entry: Entry): EntryWriter => {
  const deflate = createDeflateRaw({ level: 6, chunkSize: 65_536 })
  let waiting = ''
  const drained = (async () => {
    await draft.append(localHeader(entry))
    for await (const chunk of deflate) {
      entry.packed += (chunk as Buffer).length
      await draft.append(chunk as Buffer)
    }
  })()
  // A failure is met where the entry is written or ended; until then it must not count as unhandled.
  drained.catch(() => undefined)
  const push = async (): Promise<void> => {
    const bytes = Buffer.from(waiting, 'utf8')
    waiting = ''
    entry.check = crc32(bytes, entry.check)
    entry.size += bytes.length
    if (!deflate.write(bytes)) await Promise.race([new Promise((resolve) => deflate.once('drain', resolve)), drained])
  }
  return {
    async write(text) {
      waiting += text
      if (waiting.length > BLOCK) await push()
    },
    async end() {
      await push()
      deflate.end()
      await drained
      await draft.patch(sizes(entry), entry.offset + 14)
    },
  }
}

/** Writes a zip archive of deflated entries below 4 GB each. */
export const createZip = (draft: DraftFile): ZipWriter => {
  const entries: Entry[] = []
  return {
    begin(name) {
      const entry = { name: Buffer.from(name, 'utf8'), offset: draft.size(), check: 0, packed: 0, size: 0 }
      entries.push(entry)
      return openEntry(draft, entry)
    },
    async finish() {
      const offset = draft.size()
      for (const entry of entries) await draft.append(directoryHeader(entry))
      await draft.append(directoryEnd(entries.length, draft.size() - offset, offset))
    },
  }
}
