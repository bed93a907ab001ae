import { posix } from 'node:path'
import { IntakeError } from '../errors.ts'
import { LIMITS } from '../files/limits.ts'
import { type Attributes, collect, createRuns, decodeXml, readTags, type Tag, walkXml } from './xml.ts'
import { readEntry, type Zip, type ZipEntry } from './zip.ts'

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

const tagsOf = async (zip: Zip, part: string, names: string[]): Promise<Tag[]> => {
  const entry = zip.entries.get(part)
  return entry ? collect(readTags(decodeXml(readEntry(zip, entry, { limit: LIMITS.partBytes })), zip.path, names)) : []
}

const isDateFormat = (code: string): boolean =>
  /[ymdhs年月日时]/i.test(code.replace(/"[^"]*"|\\.|\[(?!h|m|s)[^\]]*\]|general/gi, ''))

/** Ids of the built-in formats that show dates or times, the Chinese ones (27–36, 50–58) among them. */
const isBuiltInDate = (id: number): boolean =>
  (id >= 14 && id <= 22) || (id >= 27 && id <= 36) || (id >= 45 && id <= 47) || (id >= 50 && id <= 58)

const readDateStyles = async (zip: Zip, part: string): Promise<boolean[]> => {
  const tags = await tagsOf(zip, part, ['numFmt', 'xf'])
  const custom = new Map(
    tags
      .filter(({ name }) => name === 'numFmt')
      .map(({ attributes: { numFmtId, formatCode = '' } }) => [numFmtId, isDateFormat(formatCode)]),
  )
  return tags
    .filter(({ name, parent }) => name === 'xf' && parent === 'cellXfs')
    .map(({ attributes: { numFmtId } }) => custom.get(numFmtId) ?? isBuiltInDate(Number(numFmtId)))
}

async function* readStrings(zip: Zip, entry: ZipEntry): AsyncGenerator<string> {
  const found: string[] = []
  const runs = createRuns()
  let count = 0
  let isInside = false
  yield* walkXml(decodeXml(readEntry(zip, entry, { limit: LIMITS.sharedStringBytes })), zip.path, {
    found,
    open(name) {
      if (name === 'si') isInside = true
      runs.open(name)
    },
    close(name) {
      runs.close(name)
      if (name !== 'si') return
      isInside = false
      count = found.push(runs.take())
    },
    text: runs.text,
    isInside: () => isInside,
    line: () => count,
  })
}

const resolvePart = (base: string, target: string): string =>
  target.startsWith('/') ? target.slice(1) : posix.join(posix.dirname(base), target)

const relationsOf = async (zip: Zip, part: string): Promise<{ id: string; type: string; part: string }[]> => {
  const name = posix.join(posix.dirname(part), '_rels', `${posix.basename(part)}.rels`)
  return (await tagsOf(zip, name, ['Relationship'])).map(({ attributes: { Id = '', Type = '', Target = '' } }) => ({
    id: Id,
    type: posix.basename(Type),
    part: resolvePart(part, Target),
  }))
}

/** The reference of a sheet to its part; the prefix is `r` by custom only. */
const relationId = (attributes: Attributes): string | undefined =>
  attributes['r:id'] ?? Object.entries(attributes).find(([name]) => name.endsWith(':id'))?.[1]

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
  if (!zip.entries.has(main)) throw unknownArchive(zip)
  const tags = await tagsOf(zip, main, ['sheet', 'workbookPr'])
  const relations = await relationsOf(zip, main)
  const partOf = (type: string): string => relations.find((one) => one.type === type)?.part ?? `xl/${type}.xml`
  const sheets = tags.flatMap(({ name, attributes }) => {
    const relation = relations.find((one) => one.id === relationId(attributes))
    if (name !== 'sheet' || relation?.type !== 'worksheet') return []
    const hidden = (attributes['state'] ?? 'visible') !== 'visible'
    return [{ name: attributes['name'] ?? '', hidden, part: relation.part }]
  })
  if (sheets.length === 0) throw new IntakeError('file.empty', { path: zip.path })
  const strings = zip.entries.get(partOf('sharedStrings'))
  return {
    zip,
    sheets,
    strings: strings ? await collect(readStrings(zip, strings)) : [],
    dateStyles: await readDateStyles(zip, partOf('styles')),
    from1904: tags.some(({ attributes: { date1904 = '' } }) => date1904 === '1' || date1904 === 'true'),
  }
}
