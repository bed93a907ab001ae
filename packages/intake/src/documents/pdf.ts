import { getDocumentProxy } from 'unpdf'
import { refuseBombs } from './bombs.ts'
import { CharacterMaps } from './cmaps.ts'
import { DocumentError } from './problem.ts'

/** A CV has some pages. */
const MOST_PAGES = 40
/** A blank this many times as wide as the letters are high stands between two columns. */
const COLUMN_GAP = 1.5

interface Piece {
  str: string
  hasEOL: boolean
  width: number
  height: number
}

const isPiece = (item: object): item is Piece => 'str' in item

/** Lines of a page, with a tab between what stands apart on one. */
function linesOf(items: readonly object[]): string {
  let text = ''
  let height = 0
  for (const piece of items.filter(isPiece)) {
    const isBlank = piece.str.trim() === ''
    // A blank that the reader put in has no height of its own.
    if (!isBlank) height = piece.height
    text += (isBlank && piece.width > height * COLUMN_GAP ? '\t' : piece.str) + (piece.hasEOL ? '\n' : '')
  }
  return text
}

/** Where a file goes on after its end, or holds the directory of an archive, it is something else as well. */
function refusePolyglot(bytes: Buffer): void {
  const end = bytes.lastIndexOf('%%EOF')
  const tail = end < 0 ? '' : bytes.subarray(end + 5).toString('latin1')
  if (/[^\s\0]/.test(tail) || bytes.includes(Buffer.from([0x50, 0x4b, 5, 6, 0, 0, 0, 0])))
    throw new DocumentError('ambiguous')
}

const explain = (error: unknown): unknown => {
  if (error instanceof DocumentError) return error
  const isLocked = error instanceof Error && error.name === 'PasswordException'
  return new DocumentError(isLocked ? 'encrypted' : 'broken')
}

/**
 * The text of a PDF, page by page; empty where its pages are pictures.
 * @throws DocumentError
 */
export async function readPdf(bytes: Buffer): Promise<string> {
  refusePolyglot(bytes)
  refuseBombs(bytes)
  try {
    const document = await getDocumentProxy(new Uint8Array(bytes), {
      verbosity: 0,
      cMapPacked: false,
      cMapUrl: 'tables/',
      useWorkerFetch: false,
      BinaryDataFactory: CharacterMaps,
    })
    if (document.numPages > MOST_PAGES) throw new DocumentError('tooLarge')
    const pages: string[] = []
    for (let number = 1; number <= document.numPages; number++) {
      const page = await document.getPage(number)
      const { items } = await page.getTextContent()
      pages.push(linesOf(items))
    }
    return pages.join('\n')
  } catch (error) {
    throw explain(error)
  }
}
