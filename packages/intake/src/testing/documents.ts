import { deflateSync } from 'node:zlib'
import { ZipFile } from 'yazl'

/** A zip archive of texts. */
export const zipOf = (parts: Record<string, string | Buffer>): Promise<Buffer> =>
  new Promise((resolve, reject) => {
    const file = new ZipFile()
    for (const [name, text] of Object.entries(parts)) file.addBuffer(Buffer.from(text as string), name)
    const chunks: Buffer[] = []
    file.outputStream.on('data', (chunk: Buffer) => chunks.push(chunk))
    file.outputStream.on('end', () => resolve(Buffer.concat(chunks)))
    file.outputStream.on('error', reject)
    file.end()
  })

const escape = (text: string): string => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;')
const run = (text: string): string => `<w:r><w:t xml:space="preserve">${escape(text)}</w:t></w:r>`
const paragraph = (line: string): string => `<w:p>${line.split('\t').map(run).join('<w:r><w:tab/></w:r>')}</w:p>`
const NAMESPACES = 'xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"'
const TYPES = '<Types xmlns="http://schemas.openxmlformats.org/package/2006/content-types"/>'

/** A Word document of these lines; `body` is put in as it is. */
export const docxOf = (lines: string, { header = '', body = '' }: { header?: string; body?: string } = {}) =>
  zipOf({
    '[Content_Types].xml': TYPES,
    ...(header && { 'word/header1.xml': `<w:hdr ${NAMESPACES}>${paragraph(header)}</w:hdr>` }),
    'word/document.xml': `<?xml version="1.0"?><w:document ${NAMESPACES}><w:body>${lines
      .split('\n')
      .map(paragraph)
      .join('')}${body}</w:body></w:document>`,
  })

const utf16 = (text: string): string =>
  [...text].map((one) => one.codePointAt(0)!.toString(16).padStart(4, '0')).join('')

const FONT = `<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>`
const CID = `<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/DW 1000/FontDescriptor 7 0 R>>`
const DESCRIPTOR = `<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>`

/** A PDF of numbered objects, with the table of their places. */
export function pdfOfObjects(objects: readonly (string | Buffer)[], trailer = ''): Buffer {
  const parts: Buffer[] = [Buffer.from('%PDF-1.4\n')]
  const places: number[] = []
  const size = () => parts.reduce((sum, { length }) => sum + length, 0)
  for (const [at, object] of objects.entries()) {
    places.push(size())
    parts.push(Buffer.from(`${at + 1} 0 obj\n`), Buffer.from(object as string), Buffer.from('\nendobj\n'))
  }
  const start = size()
  const table = places.map((place) => `${String(place).padStart(10, '0')} 00000 n \n`).join('')
  const count = objects.length + 1
  parts.push(
    Buffer.from(
      `xref\n0 ${count}\n0000000000 65535 f \n${table}trailer\n<</Size ${count}/Root 1 0 R${trailer}>>\nstartxref\n${start}\n%%EOF\n`,
    ),
  )
  return Buffer.concat(parts)
}

/** A stream packed once or several times. */
export function streamOf(content: string | Buffer, times = 1): Buffer {
  let bytes = Buffer.from(content as string)
  for (let time = 0; time < times; time++) bytes = deflateSync(bytes)
  const filters = Array.from({ length: times }, () => '/FlateDecode').join('')
  return Buffer.concat([
    Buffer.from(`<</Length ${bytes.length}/Filter[${filters}]>>\nstream\n`),
    bytes,
    Buffer.from('\nendstream'),
  ])
}

/** A PDF of these lines in a Chinese font that is not embedded; a tab is a wide gap. */
export function pdfOf(lines: string, { trailer = '', content }: { trailer?: string; content?: Buffer } = {}): Buffer {
  const shown = lines
    .split('\n')
    .map((line, row) =>
      line
        .split('\t')
        .map((text, column) => `1 0 0 1 ${50 + column * 250} ${800 - row * 16} Tm <${utf16(text)}> Tj`)
        .join(' '),
    )
    .join('\n')
  return pdfOfObjects(
    [
      '<</Type/Catalog/Pages 2 0 R>>',
      '<</Type/Pages/Kids[3 0 R]/Count 1>>',
      '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F1 5 0 R>>>>>>',
      content ?? streamOf(`BT /F1 10 Tf\n${shown}\nET`),
      FONT,
      CID,
      DESCRIPTOR,
    ],
    trailer,
  )
}
