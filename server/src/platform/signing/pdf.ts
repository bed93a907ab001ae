import { createHash } from 'node:crypto'
import type { Signer } from './signing.ts'

/** Room for the signature: a certificate of 2048 bits with its signature takes some 1300 bytes. */
export const SIGNATURE_BYTES = 4096
/** Placeholder of each place in the ranges of bytes, of a fixed width. */
export const RANGE_PLACE = '**********'

/** What a document holds where its signature belongs, before it is signed, and where the ranges belong. */
const SIGNATURE_HOLE = `<${'00'.repeat(SIGNATURE_BYTES)}>`
const RANGE_HOLE = `[0 /${RANGE_PLACE} /${RANGE_PLACE} /${RANGE_PLACE}]`

const padded = (text: string, length: number): string => text.padEnd(length, ' ')

/** The bytes outside the signature. */
const digestOf = (bytes: Uint8Array, from: number, until: number): Buffer =>
  createHash('sha256').update(bytes.subarray(0, from)).update(bytes.subarray(until)).digest()

/**
 * Signs a PDF that was made with both holes: the ranges are written, then everything but the signature is signed
 * (ISO 32000-1, 12.8.1).
 * @throws RangeError where it has no holes
 */
export function signPdf(pdf: Buffer, signer: Signer): Buffer {
  const range = pdf.indexOf(RANGE_HOLE)
  const from = pdf.indexOf(SIGNATURE_HOLE)
  if (range < 0 || from < 0) throw new RangeError('the document has no place for a signature')
  const until = from + SIGNATURE_HOLE.length
  const ranges = padded(`[0 ${from} ${until} ${pdf.length - until}]`, RANGE_HOLE.length)
  const signed = Buffer.from(pdf)
  signed.write(ranges, range, 'latin1')
  const signature = signer.sign(digestOf(signed, from, until)).toString('hex')
  if (signature.length > 2 * SIGNATURE_BYTES) throw new RangeError('the signature is too long for its place')
  signed.write(signature, from + 1, 'latin1')
  return signed
}

/** `unsigned`: no signature in the form of ours. */
export type SignatureCheck = 'whole' | 'changed' | 'unsigned'

/**
 * Whether a PDF is, to the last byte, as it was signed by this signer. The ranges have to cover everything but the
 * signature, and what stands behind the signature in its room has to be empty.
 */
export function checkPdf(pdf: Buffer, signer: Signer): SignatureCheck {
  const text = pdf.toString('latin1')
  const range = /\/ByteRange \[0 (\d{1,9}) (\d{1,9}) (\d{1,9})\]/.exec(text)
  if (!range) return 'unsigned'
  const [from, until, rest] = range.slice(1).map(Number) as [number, number, number]
  const contents = text.slice(from, until)
  if (until - from !== SIGNATURE_HOLE.length || !/^<[0-9a-f]+>$/.test(contents)) return 'changed'
  if (until + rest !== pdf.length) return 'changed'
  const room = Buffer.from(contents.slice(1, -1), 'hex')
  const length = room[0] === 0x30 && room[1] === 0x82 ? room.readUInt16BE(2) + 4 : 0
  if (room.subarray(length).some((byte) => byte !== 0)) return 'changed'
  return signer.verify(digestOf(pdf, from, until), room.subarray(0, length)) ? 'whole' : 'changed'
}
