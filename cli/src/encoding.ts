import { Stop } from './failure/stop.ts'
import { type Encoding, ENCODINGS } from './text/lines.ts'

const ALIASES: Record<string, Encoding> = { utf8: 'utf-8', gbk: 'gb18030', gb2312: 'gb18030', utf16: 'utf-16le' }

/** The encoding meant by the value of `--encoding`. @throws Stop (usage) */
export function checkEncoding(wanted: string | undefined): Encoding | undefined {
  if (wanted === undefined) return undefined
  const name = wanted.toLowerCase()
  const encoding = ENCODINGS.find((known) => known === name) ?? ALIASES[name.replace('-', '')]
  if (!encoding) throw new Stop('usage', (m) => m.usage.unknownEncoding(wanted, ENCODINGS))
  return encoding
}
