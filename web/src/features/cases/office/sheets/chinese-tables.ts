/**
 * Tables by which Chinese is written in a PDF that does not bring its font. The machine's own font is drawn then, so
 * each character is needed by its number in Unicode. A font that comes with the file counts in another way and would be
 * drawn wrong by them, which is why who uses them says so.
 */
const table = (spaces: string, ranges: string): Uint8Array =>
  new TextEncoder().encode(`begincmap ${spaces} ${ranges} endcmap`)

const TWO_BYTES = '1 begincodespacerange <0000> <ffff> endcodespacerange'
const AS_UNICODE = '1 begincidrange <0000> <ffff> 0 endcidrange'
const TO_UNICODE = '1 beginbfrange <0000> <ffff> <0000> endbfrange'

/** Each two bytes of GBK to their character; one by one, since they follow no order. */
function gbk(): Uint8Array {
  const decoder = new TextDecoder('gbk')
  const ranges = ['1 begincidrange <00> <7f> 0 endcidrange']
  for (let lead = 0x81; lead <= 0xfe; lead++) {
    const lines: string[] = []
    for (let trail = 0x40; trail <= 0xfe; trail++) {
      const text = trail === 0x7f ? '' : decoder.decode(new Uint8Array([lead, trail]))
      const code = (lead * 256 + trail).toString(16)
      if (text.length === 1 && text !== '\uFFFD') lines.push(`<${code}> ${text.charCodeAt(0)}`)
    }
    ranges.push(`${lines.length} begincidchar ${lines.join(' ')} endcidchar`)
  }
  return table('2 begincodespacerange <00> <80> <8140> <fefe> endcodespacerange', ranges.join(' '))
}

/** What the library asks for beside the file itself. */
export class ChineseTables {
  /** Something was asked for: what is drawn may differ from the paper. */
  static asked = false
  /** @throws RangeError for anything but a table of Chinese in Unicode or GBK */
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    ChineseTables.asked ||= !/\.(?:pfb|ttf)$/.test(filename)
    if (/^Adobe-.*-UCS2$/.test(filename)) return table(TWO_BYTES, TO_UNICODE)
    if (/^Uni(?:GB|CNS|JIS|KS)-(?:UCS2|UTF16)-[HV]$/.test(filename)) return table(TWO_BYTES, AS_UNICODE)
    if (/^GBK(?:p|2K)?-(?:EUC-)?[HV]$/.test(filename)) return gbk()
    throw new RangeError(`No table ${filename}`)
  }
}
