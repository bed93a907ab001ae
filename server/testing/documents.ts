const hex = (text: string): string => [...text].map((one) => one.codePointAt(0)!.toString(16).padStart(4, '0')).join('')

const show = (line: string, row: number): string =>
  line
    .split('\t')
    .map((text, column) => `1 0 0 1 ${50 + column * 250} ${800 - row * 16} Tm <${hex(text)}> Tj`)
    .join(' ')

/** A PDF of plain lines in a Chinese font that is not embedded. Its readers have to find its parts: it has no table. */
export function pdfOfLines(lines: string): Uint8Array<ArrayBuffer> {
  const content = `BT /F 10 Tf ${lines.split('\n').map(show).join('\n')} ET`
  const objects = [
    '<</Type/Catalog/Pages 2 0 R>>',
    '<</Type/Pages/Kids[3 0 R]/Count 1>>',
    '<</Type/Page/Parent 2 0 R/MediaBox[0 0 595 842]/Contents 4 0 R/Resources<</Font<</F 5 0 R>>>>>>',
    `<</Length ${content.length}>>\nstream\n${content}\nendstream`,
    '<</Type/Font/Subtype/Type0/BaseFont/STSong-Light/Encoding/UniGB-UCS2-H/DescendantFonts[6 0 R]>>',
    '<</Type/Font/Subtype/CIDFontType0/BaseFont/STSong-Light/CIDSystemInfo<</Registry(Adobe)/Ordering(GB1)/Supplement 4>>/FontDescriptor 7 0 R>>',
    '<</Type/FontDescriptor/FontName/STSong-Light/Flags 4/FontBBox[0 -200 1000 900]/ItalicAngle 0/Ascent 800/Descent -200/CapHeight 700/StemV 80>>',
  ]
  const parts = objects.map((object, at) => `${at + 1} 0 obj\n${object}\nendobj`)
  return new TextEncoder().encode(`%PDF-1.4\n${parts.join('\n')}\ntrailer<</Root 1 0 R>>\n%%EOF\n`)
}
