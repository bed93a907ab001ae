import { fromBufferPromise, type ZipFile } from 'yauzl'
import { IntakeError } from '../errors.ts'
import { decodeXml, walkXml } from '../xlsx/xml.ts'
import { readEntry, type Zip, type ZipEntry } from '../xlsx/zip.ts'
import { DocumentError } from './problem.ts'

/** Bytes of one part, unpacked. The text of a CV has some thousands; pictures are not read. */
const MOST_XML = 20_000_000
const MOST_PARTS = 2000
/** Bytes with which an OLE file begins: what Word writes for a document with a password. */
const OLE = Buffer.from([0xd0, 0xcf, 0x11, 0xe0])

async function openBytes(bytes: Buffer): Promise<Zip> {
  const archive: ZipFile = await fromBufferPromise(bytes, { autoClose: false })
  const entries = new Map<string, ZipEntry>()
  for await (const entry of archive.eachEntry()) {
    entries.set(entry.fileName, entry)
    if (entries.size > MOST_PARTS) throw new DocumentError('tooLarge')
  }
  return { path: 'docx', archive, entries }
}

/** What a tag means for running text; deleted words are `delText`, which is not among them. */
const BREAKS: Record<string, string> = { br: '\n', cr: '\n', tab: '\t', noBreakHyphen: '-' }
const ENDS: Record<string, string> = { p: '\n', tc: '\t', tr: '\n' }

/** The words of a part, paragraph by paragraph; cells of a table with tabs between. */
async function textOf(zip: Zip, entry: ZipEntry): Promise<string> {
  let text = ''
  let isRun = false
  // A text box stands twice, for new readers and for old ones.
  let fallbacks = 0
  const walk = walkXml(decodeXml(readEntry(zip, entry, { limit: MOST_XML })), zip.path, {
    found: [],
    open(name) {
      if (name === 'Fallback') fallbacks++
      isRun = name === 't' && fallbacks === 0
      if (fallbacks === 0) text += BREAKS[name] ?? ''
    },
    close(name) {
      if (name === 'Fallback') fallbacks--
      isRun = false
      if (fallbacks === 0) text += ENDS[name] ?? ''
    },
    text(piece) {
      if (isRun) text += piece
    },
  })
  for await (const _ of walk);
  return text
}

const explain = (error: unknown): unknown => {
  if (!(error instanceof IntakeError)) return error instanceof DocumentError ? error : new DocumentError('broken')
  if (error.code === 'file.encrypted') return new DocumentError('encrypted')
  return new DocumentError(error.code === 'sheet.tooLarge' ? 'tooLarge' : 'broken')
}

/** Headers first: many templates keep name and phone there. */
const PARTS = /^word\/(?:header\d*|document)\.xml$/

/**
 * The text of a Word document.
 * @throws DocumentError
 */
export async function readDocx(bytes: Buffer): Promise<string> {
  if (bytes.subarray(0, OLE.length).equals(OLE)) throw new DocumentError('encrypted')
  try {
    const zip = await openBytes(bytes)
    if (!zip.entries.has('word/document.xml')) throw new DocumentError('broken')
    const names = [...zip.entries.keys()].filter((name) => PARTS.test(name)).toSorted()
    const texts: string[] = []
    for (const name of [...names.filter((one) => one.includes('header')), 'word/document.xml'])
      texts.push(await textOf(zip, zip.entries.get(name)!))
    return texts.join('\n')
  } catch (error) {
    throw explain(error)
  }
}
