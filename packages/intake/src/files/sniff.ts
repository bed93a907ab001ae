import { IntakeError } from '../errors.ts'

const OLE = Buffer.from('d0cf11e0a1b11ae1', 'hex')

/** First bytes of files that are no table. */
const FOREIGN: { found: string; start: Buffer }[] = [
  { found: 'pdf', start: Buffer.from('%PDF', 'latin1') },
  { found: 'png', start: Buffer.from('\x89PNG', 'latin1') },
  { found: 'jpeg', start: Buffer.from('ffd8ff', 'hex') },
  { found: 'rar', start: Buffer.from('Rar!', 'latin1') },
  { found: '7z', start: Buffer.from('377abcaf271c', 'hex') },
  { found: 'rtf', start: Buffer.from('{\\rtf', 'latin1') },
]

/** What an OLE compound file holds, by the names in its directory (UTF-16): an encrypted workbook, or an old one. */
const explainOle = (start: Buffer, path: string): IntakeError => {
  const has = (name: string): boolean => start.includes(Buffer.from(name, 'utf16le'))
  if (has('EncryptedPackage') || has('EncryptionInfo')) return new IntakeError('file.encrypted', { path })
  if (has('Workbook') || has('Book')) return new IntakeError('file.oldFormat', { path, found: 'xls' })
  if (has('WordDocument')) return new IntakeError('file.unknownFormat', { path, found: 'doc' })
  return new IntakeError(/\.xlsx$/i.test(path) ? 'file.encrypted' : 'file.oldFormat', { path, found: 'ole' })
}

const explainMarkup = (text: string, path: string): IntakeError | undefined => {
  if (/^<\?xml[^>]*>[\s\S]*urn:schemas-microsoft-com:office:spreadsheet/i.test(text)) {
    return new IntakeError('file.oldFormat', { path, found: 'xml' })
  }
  if (/^<(!doctype html|html|head|meta|table|style|div)\b/i.test(text)) {
    return new IntakeError('file.unknownFormat', { path, found: 'html' })
  }
  return text.startsWith('<?xml') ? new IntakeError('file.unknownFormat', { path, found: 'xml' }) : undefined
}

/**
 * Kind of a file by its content, whatever its name says: `zip` (a workbook, we hope) or `text`.
 * Errors: `file.encrypted`, `file.oldFormat`, `file.unknownFormat`.
 */
export const sniff = (start: Buffer, path: string): 'zip' | 'text' => {
  if (start.subarray(0, 2).toString('latin1') === 'PK' && start[2]! < 9) return 'zip'
  if (start.subarray(0, 8).equals(OLE)) throw explainOle(start, path)
  const foreign = FOREIGN.find((one) => start.subarray(0, one.start.length).equals(one.start))
  if (foreign) throw new IntakeError('file.unknownFormat', { path, found: foreign.found })
  const markup = explainMarkup(
    start
      .subarray(0, 4096)
      .toString('utf8')
      .replace(/^\ufeff/, '')
      .trimStart(),
    path,
  )
  if (markup) throw markup
  return 'text'
}
