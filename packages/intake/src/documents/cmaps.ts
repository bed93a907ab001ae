/**
 * The tables by which a PDF without embedded Chinese fonts spells its text. Those of Adobe are two megabytes; since
 * only text is wanted and never a glyph, a character's number in the font is taken to be its number in Unicode, and
 * the tables follow from that.
 */

const head = (spaces: readonly string[]): string =>
  `begincmap ${spaces.length} begincodespacerange ${spaces.join(' ')} endcodespacerange`

const UNICODE = `${head(['<0000> <ffff>'])} 1 begincidrange <0000> <ffff> 0 endcidrange endcmap`
const TO_UNICODE = `${head(['<0000> <ffff>'])} 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap`

const FIRST = 0x81
const LAST = 0xfe
const TRAIL = 0x40
const NO_TRAIL = 0x7f
const AT_ONCE = 100
const hex = (value: number): string => value.toString(16).padStart(4, '0')

/** GBK as a table: each of its two bytes to its character in Unicode. */
function gbk(): string {
  const decoder = new TextDecoder('gbk')
  const lines: string[] = []
  for (let lead = FIRST; lead <= LAST; lead++)
    for (let trail = TRAIL; trail <= LAST; trail++) {
      const text = trail === NO_TRAIL ? '' : decoder.decode(new Uint8Array([lead, trail]))
      if (text.length === 1 && text !== '\uFFFD') lines.push(`<${hex(lead * 256 + trail)}> ${text.charCodeAt(0)}`)
    }
  const blocks: string[] = []
  for (let from = 0; from < lines.length; from += AT_ONCE) {
    const part = lines.slice(from, from + AT_ONCE)
    blocks.push(`${part.length} begincidchar\n${part.join('\n')}\nendcidchar`)
  }
  return `${head(['<00> <80>', '<8140> <fefe>'])} 1 begincidrange <00> <7f> 0 endcidrange ${blocks.join('\n')} endcmap`
}

/** The table of a name, as PostScript; undefined for one that is not known here. */
function tableOf(name: string): string | undefined {
  if (/^Adobe-.*-UCS2$/.test(name)) return TO_UNICODE
  if (/^Uni(?:GB|CNS|JIS|KS)-(?:UCS2|UTF16)-[HV]$/.test(name)) return UNICODE
  return /^GB(?:K|Kp|K2K|pc)?-(?:EUC-)?[HV]$/.test(name) ? gbk() : undefined
}

/** What the reader of PDF asks for such tables. */
export class CharacterMaps {
  async fetch({ filename }: { filename: string }): Promise<Uint8Array> {
    const table = tableOf(filename)
    if (!table) throw new RangeError(`no table ${filename}`)
    return new TextEncoder().encode(table)
  }
}
