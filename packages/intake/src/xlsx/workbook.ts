import { posix } from 'node:path'
import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'
import { attribute, elements, runsText } from './xml.ts'
import { readEntry, readPart, type Zip } from './zip.ts'

export type Sheet = { name: string; hidden: boolean; part: string }

/** What the cells of all sheets refer to. */
export type Workbook = {
  zip: Zip
  sheets: Sheet[]
  strings: string[]
  /** Per cell style: does its number format show a date or time? */
  dateStyles: boolean[]
  /** Dates count from 1904 instead of 1900. */
  from1904: boolean
}

const tags = (xml: string, name: string): string[] =>
  [...xml.matchAll(new RegExp(`<(?:\\w+:)?${name}((?:\\s[^>]*)?)/?>`, 'g'))].map((match) => match[1]!)

const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日时]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|general/gi, ''))

/** Ids of the built-in formats that show dates or times, the Chinese ones (27–36, 50–58) among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const readDateStyles = (xml: string): boolean[] => {
  const custom = new Map(
    tags(xml, 'numFmt').map((tag) => [attribute(tag, 'numFmtId'), isDateFormat(attribute(tag, 'formatCode') ?? '')]),
  )
  const cellFormats = /<(?:\w+:)?cellXfs\b[\s\S]*?<\/(?:\w+:)?cellXfs>/.exec(xml)?.[0] ?? ''
  return tags(cellFormats, 'xf').map((tag) => {
    const id = attribute(tag, 'numFmtId')
    return custom.get(id) ?? isBuiltInDate(Number(id))
  })
}

const readStrings = async (zip: Zip, name: string): Promise<string[]> => {
  const entry = zip.entries.get(name)
  if (!entry) return []
  const strings: string[] = []
  const tooLong = (limit: number) => new IntakeError('line.tooLong', { path: zip.path, line: strings.length, limit })
  const chunks = decodeXml(readEntry(zip, entry, { limit: LIMITS.sharedStringBytes }))
  for await (const item of elements(chunks, 'si', tooLong, LIMITS.lineLength)) strings.push(runsText(item))
  return strings
}

/** The XML of a part as text; OOXML is UTF-8 wherever it matters. */
export async function* decodeXml(chunks: AsyncIterable<Buffer>): AsyncGenerator<string> {
  const decoder = new TextDecoder('utf-8')
  for await (const chunk of chunks) yield decoder.decode(chunk, { stream: true })
  yield decoder.decode()
}

const resolvePart = (base: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(base), target)

const relationsOf = async (zip: Zip, part: string): Promise<{ id: string; type: string; part: string }[]> => {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  const xml = (await readPart(zip, name, LIMITS.partBytes)) ?? ''
  return tags(xml, 'Relationship').map((tag) => ({
    id: attribute(tag, 'Id') ?? '',
    type: posix.basename(attribute(tag, 'Type') ?? ''),
    part: resolvePart(part, attribute(tag, 'Target') ?? ''),
  }))
}

/** What an archive without a workbook is, as far as its entries tell. */
const unknownArchive = (zip: Zip): IntakeError => {
  const kind = [
    ['word/document.xml', 'docx'],
    ['ppt/presentation.xml', 'pptx'],
    ['xl/workbook.bin', 'xlsb'],
    ['content.xml', 'ods'],
  ].find(([name]) => zip.entries.has(name!))
  return new IntakeError('file.unknownFormat', { path: zip.path, found: kind?.[1] ?? 'zip' })
}

/** Reads everything of a workbook but the sheets themselves. */
export const openWorkbook = async (zip: Zip): Promise<Workbook> => {
  const main = 'xl/workbook.xml'
  const xml = await readPart(zip, main, LIMITS.partBytes)
  if (xml === undefined) throw unknownArchive(zip)
  const relations = await relationsOf(zip, main)
  const partOf = (type: string): string => relations.find((one) => one.type === type)?.part ?? `xl/${type}.xml`
  const sheets = tags(xml, 'sheet').flatMap((tag) => {
    const relation = relations.find((one) => one.id === (attribute(tag, 'r:id') ?? attribute(tag, '\\w+:id')))
    if (relation?.type !== 'worksheet') return []
    const hidden = (attribute(tag, 'state') ?? 'visible') !== 'visible'
    return [{ name: attribute(tag, 'name') ?? '', hidden, part: relation.part }]
  })
  if (sheets.length === 0) throw new IntakeError('file.empty', { path: zip.path })
  return {
    zip,
    sheets,
    strings: await readStrings(zip, partOf('sharedStrings')),
    dateStyles: readDateStyles((await readPart(zip, partOf('styles'), LIMITS.partBytes)) ?? ''),
    from1904: tags(xml, 'workbookPr').some((tag) => ['1', 'true'].includes(attribute(tag, 'date1904') ?? '')),
  }
}
