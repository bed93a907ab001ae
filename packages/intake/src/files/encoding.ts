import iconv from 'iconv-lite'
import { IntakeError } from '../errors.ts'
import { SOURCE_ENCODINGS, type SourceEncoding } from './source.ts'

const ALIASES: Record<string, SourceEncoding> = {
  utf8: 'utf-8',
  gbk: 'gb18030',
  gb2312: 'gb18030',
  cp936: 'gb18030',
  ansi: 'gb18030',
  utf16: 'utf-16le',
  utf16le: 'utf-16le',
  utf16be: 'utf-16be',
}

/** Encoding meant by a name such as `GBK` or `utf8`; undefined when it is none that is read here. */
export const encodingNamed = (name: string): SourceEncoding | undefined => {
  const plain = name.toLowerCase().trim()
  return SOURCE_ENCODINGS.find((known) => known === plain) ?? ALIASES[plain.replace(/[-_ ]/g, '')]
}

/** Share of strange characters that is borne as dirt. */
const TOLERATED = 0.05

const byMark = (bytes: Buffer): SourceEncoding | undefined => {
  if (bytes[0] === 0xef && bytes[1] === 0xbb && bytes[2] === 0xbf) return 'utf-8'
  if (bytes[0] === 0xff && bytes[1] === 0xfe) return 'utf-16le'
  if (bytes[0] === 0xfe && bytes[1] === 0xff) return 'utf-16be'
  return undefined
}

const count = (text: string, pattern: RegExp): number => text.match(pattern)?.length ?? 0

/** Share of what is not plain ASCII that this encoding cannot explain, 0–1. A cut last character is forgiven. */
const strangeShare = (bytes: Buffer, encoding: SourceEncoding): number => {
  const text = iconv.decode(bytes, encoding).slice(0, -1)
  const foreign = count(text, /[\u0080-\uffff]/g)
  return foreign === 0 ? 0 : count(text, /[\ufffd\ue000-\uf8ff]/g) / foreign
}

/** UTF-16 without a mark shows as zero bytes beside ASCII, all on the same side. */
const byZeros = (bytes: Buffer): SourceEncoding | undefined => {
  const zeros = (parity: number): number => bytes.filter((byte, at) => byte === 0 && at % 2 === parity).length
  const even = zeros(0)
  const odd = zeros(1)
  const candidate = odd > even * 20 ? 'utf-16le' : even > odd * 20 ? 'utf-16be' : undefined
  const isCommon = Math.max(odd, even) > bytes.length / 200
  return candidate && isCommon && strangeShare(bytes, candidate) <= TOLERATED ? candidate : undefined
}

/**
 * True for text whose characters came out of the wrong table once before it was saved:
 * UTF-8 read as GBK ("鑱屼綅鍚嶇О"), GBK read as Latin-1 ("Ö°Î»Ãû³Æ"), or lost altogether ("锟斤拷").
 */
export const isGarbled = (text: string): boolean => {
  const foreign = count(text, /[\u0080-\uffff]/g)
  if (foreign < 8) return false
  if (count(text, /[\u0080-\u00ff]/g) > foreign * 0.8) return true
  if (count(text, /锟斤拷|�/g) * 3 > foreign * 0.1) return true
  const rescued = iconv.encode(text, 'gb18030').toString('utf8')
  return count(rescued, /\p{Script=Han}/gu) > count(rescued, /[\u0080-\uffff]/g) * 0.5
}

/** Text never has control characters other than tab, line ends and form feed; a few strays are borne. */
const isBinary = (bytes: Buffer): boolean => {
  const strange = bytes.filter((byte) => byte < 32 && byte !== 9 && byte !== 10 && byte !== 13 && byte !== 12).length
  return strange > Math.max(3, bytes.length * 0.02)
}

/**
 * Encoding of a text from its bytes: the mark, else zero bytes, else UTF-8 where it fits, else GB18030.
 * `sample` may be cut anywhere. Errors: `file.notText`, `file.wrongEncoding`.
 */
export const detectEncoding = (sample: Buffer, path: string): SourceEncoding => {
  const marked = byMark(sample) ?? byZeros(sample)
  if (marked) return checkEncoding(sample, marked, path)
  if (isBinary(sample)) throw new IntakeError('file.notText', { path })
  const fitting = (['utf-8', 'gb18030'] as const).find((encoding) => strangeShare(sample, encoding) <= TOLERATED)
  return checkEncoding(sample, fitting ?? 'utf-8', path)
}

/** The encoding itself when the bytes make sense in it. Error: `file.wrongEncoding`. */
export const checkEncoding = (sample: Buffer, encoding: SourceEncoding, path: string): SourceEncoding => {
  const strange = strangeShare(sample, encoding)
  const garbled = strange > TOLERATED || isGarbled(iconv.decode(sample, encoding).slice(0, 20_000))
  if (garbled) throw new IntakeError('file.wrongEncoding', { path, encoding, share: Math.round(strange * 100) })
  return encoding
}

export async function* decodeText(chunks: AsyncIterable<Buffer>, encoding: SourceEncoding): AsyncGenerator<string> {
  const decoder = new TextDecoder(encoding)
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}
