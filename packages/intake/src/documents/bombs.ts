import { inflateSync } from 'node:zlib'
import { DocumentError } from './problem.ts'

/** Bytes that all streams of a PDF may unpack to, and how often one may be packed in another. */
const MOST_UNPACKED = 100_000_000
const DEEPEST = 4
const STREAM = Buffer.from('stream')
const END = Buffer.from('endstream')
/** First byte of what zlib has packed. */
const ZLIB = 0x78

/** How many bytes a stream unpacks to, also where it is packed several times. */
function weightOf(packed: Buffer, most: number): number {
  let weight = 0
  let bytes = packed
  for (let depth = 0; depth < DEEPEST && bytes[0] === ZLIB; depth++) {
    try {
      bytes = inflateSync(bytes, { maxOutputLength: most - weight })
    } catch (error) {
      if ((error as { code?: string }).code === 'ERR_BUFFER_TOO_LARGE') throw new DocumentError('tooLarge')
      // Not packed after all, or torn: the reader decides what it makes of it.
      return weight
    }
    weight += bytes.length
  }
  return weight
}

/**
 * Refuses a PDF whose streams would swell beyond what a CV can be, before anything else looks at it.
 * @throws DocumentError `tooLarge`
 */
export function refuseBombs(bytes: Buffer): void {
  let left = MOST_UNPACKED
  for (let at = bytes.indexOf(STREAM); at >= 0; at = bytes.indexOf(STREAM, at + STREAM.length)) {
    let begin = at + STREAM.length
    if (bytes[begin] === 0x0d) begin++
    if (bytes[begin] === 0x0a) begin++
    const end = bytes.indexOf(END, begin)
    if (bytes[begin] !== ZLIB) continue
    left -= weightOf(bytes.subarray(begin, end < 0 ? bytes.length : end), left)
    if (left <= 0) throw new DocumentError('tooLarge')
  }
}
