const LINES = ['示例材料，不是营业执照', 'Example document, not a licence']

/** Text of a font that readers bring along themselves, two bytes a character. */
const hex = (text: string): string => Buffer.from(text, 'utf16le').swap16().toString('hex')

const CONTENT = LINES.map((line, at) => `BT /F 22 Tf 90 ${700 - at * 40} Td <${hex(line)}> Tj ET`).join('\n')
const OBJECTS = [
  '<< /Type /Catalog /Pages 2 0 R >>',
  '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
  '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 595 842] /Resources << /Font << /F 4 0 R >> >> /Contents 6 0 R >>',
  '<< /Type /Font /Subtype /Type0 /BaseFont /STSong-Light /Encoding /UniGB-UCS2-H /DescendantFonts [5 0 R] >>',
  '<< /Type /Font /Subtype /CIDFontType0 /BaseFont /STSong-Light /CIDSystemInfo << /Registry (Adobe) /Ordering (GB1) /Supplement 2 >> >>',
  `<< /Length ${CONTENT.length} >>\nstream\n${CONTENT}\nendstream`,
]

/** One page of PDF that says it is an example, the same every time. */
export function exampleDocument(): Uint8Array<ArrayBuffer> {
  let text = '%PDF-1.4\n'
  const places = OBJECTS.map((object, at) => {
    const place = text.length
    text += `${at + 1} 0 obj\n${object}\nendobj\n`
    return `${String(place).padStart(10, '0')} 00000 n \n`
  })
  const start = text.length
  const count = OBJECTS.length + 1
  text += `xref\n0 ${count}\n0000000000 65535 f \n${places.join('')}`
  text += `trailer << /Size ${count} /Root 1 0 R >>\nstartxref\n${start}\n%%EOF\n`
  return new Uint8Array(Buffer.from(text, 'latin1'))
}
