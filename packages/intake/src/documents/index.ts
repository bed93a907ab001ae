import { readDocx } from './docx.ts'
import { readPdf } from './pdf.ts'
import { DocumentError } from './problem.ts'
import { withoutRadicals } from './radicals.ts'

export { DOCUMENT_PROBLEMS, DocumentError, type DocumentProblem } from './problem.ts'

/** Bytes of a document that is worth reading, and characters of its text. */
const MOST_BYTES = 10_000_000
const MOST_TEXT = 100_000
/** Fewer characters than this are stamps and page numbers beside a picture of the text. */
const LEAST_TEXT = 20

const tidy = (text: string): string =>
  withoutRadicals(text)
    .normalize('NFC')
    // NUL and other controls, which some fonts leave, and marks nobody sees.
    .replaceAll(/[^\P{C}\n\t]/gu, '')
    .replaceAll(/[ \u00A0\u3000]+/g, ' ')
    .replaceAll(/ *\t[\t ]*/g, '\t')
    .replaceAll(/[ \t]*\n[ \t]*/g, '\n')
    .replaceAll(/\n{3,}/g, '\n\n')
    .trim()
    .slice(0, MOST_TEXT)

/**
 * The text of a document, in lines; `scanned` where its pages hold pictures instead of text.
 * @throws DocumentError where it is broken, locked with a password, too large, or something else as well
 */
export async function readDocument(
  bytes: Uint8Array,
  kind: 'docx' | 'pdf',
): Promise<{ text: string; scanned: boolean }> {
  if (bytes.length > MOST_BYTES) throw new DocumentError('tooLarge')
  const buffer = Buffer.from(bytes.buffer, bytes.byteOffset, bytes.byteLength)
  const text = tidy(await (kind === 'docx' ? readDocx(buffer) : readPdf(buffer)))
  return { text, scanned: text.length < LEAST_TEXT }
}
