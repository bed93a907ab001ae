/** What may be uploaded, known by its first bytes, never by its name. */
export const MEDIA_TYPES = {
  pdf: 'application/pdf',
  png: 'image/png',
  jpeg: 'image/jpeg',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
  docx: 'application/vnd.openxmlformats-officedocument.wordprocessingml.document',
} as const
export type FileKind = keyof typeof MEDIA_TYPES

/** An archive that unpacks to more than this, or holds more parts, is not a document. */
const MOST_UNPACKED = 300_000_000
const MOST_PARTS = 5000
const END_OF_DIRECTORY = 0x06_05_4b_50
const ENTRY = 0x02_01_4b_50
/** Signs of a page inside a picture or document, which some readers would run. */
const ACTIVE = /<script|<html|<!doctype html|<svg/i

interface Part {
  name: string
  size: number
}

/** The parts of a zip archive by its directory; undefined where it is torn. */
function partsOf(bytes: Buffer): Part[] | undefined {
  const end = bytes.lastIndexOf(Buffer.from([0x50, 0x4b, 5, 6]))
  if (end < 0 || end + 22 > bytes.length || bytes.readUInt32LE(end) !== END_OF_DIRECTORY) return undefined
  const count = bytes.readUInt16LE(end + 10)
  const parts: Part[] = []
  let at = bytes.readUInt32LE(end + 16)
  for (let i = 0; i < count; i++) {
    if (at + 46 > bytes.length || bytes.readUInt32LE(at) !== ENTRY) return undefined
    const [nameLength, extra, comment] = [
      bytes.readUInt16LE(at + 28),
      bytes.readUInt16LE(at + 30),
      bytes.readUInt16LE(at + 32),
    ]
    parts.push({ name: bytes.toString('utf8', at + 46, at + 46 + nameLength), size: bytes.readUInt32LE(at + 24) })
    at += 46 + nameLength + extra + comment
  }
  return parts
}

function officeKind(bytes: Buffer): FileKind | undefined {
  const parts = partsOf(bytes)
  if (!parts || parts.length > MOST_PARTS) return undefined
  if (parts.reduce((sum, { size }) => sum + size, 0) > MOST_UNPACKED) return undefined
  const names = new Set(parts.map(({ name }) => name))
  if (!names.has('[Content_Types].xml') || [...names].some((name) => /vbaProject\.bin$/i.test(name))) return undefined
  if (names.has('xl/workbook.xml')) return 'xlsx'
  return names.has('word/document.xml') ? 'docx' : undefined
}

const begins = (bytes: Buffer, ...signature: number[]): boolean => signature.every((byte, at) => bytes[at] === byte)

/**
 * What a file is, by content. Undefined: something else, torn, an archive that would swell past 300 MB, a document
 * with macros, or a picture that is a page as well (polyglot).
 */
export function kindOf(given: Uint8Array): FileKind | undefined {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength)
  if (begins(bytes, 0x50, 0x4b, 3, 4)) return officeKind(bytes)
  if (begins(bytes, 0x25, 0x50, 0x44, 0x46, 0x2d)) return 'pdf'
  const isPicture = begins(bytes, 0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a) || begins(bytes, 0xff, 0xd8, 0xff)
  if (!isPicture || ACTIVE.test(bytes.toString('latin1'))) return undefined
  return bytes[0] === 0x89 ? 'png' : 'jpeg'
}
