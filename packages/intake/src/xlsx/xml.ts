const NAMED: Record<string, string> = { amp: '&', lt: '<', gt: '>', quot: '"', apos: "'" }

const character = (code: number): string => (code > 0 && code <= 0x10ffff ? String.fromCodePoint(code) : '')

/** Replaces the five named and the numeric entities; entities a document declares itself are not expanded. */
export const decodeEntities = (text: string): string =>
  text.includes('&')
    ? text.replace(
        /&(?:#x([0-9a-f]{1,6})|#(\d{1,7})|(\w+));/gi,
        (whole, hex?: string, decimal?: string, name?: string) => {
          if (hex) return character(Number.parseInt(hex, 16))
          if (decimal) return character(Number(decimal))
          return NAMED[name ?? ''] ?? whole
        },
      )
    : text

const patterns = new Map<string, RegExp>()

const patternOf = (name: string): RegExp => {
  const known = patterns.get(name)
  if (known) return known
  const pattern = new RegExp(`(?:^|\\s)${name}\\s*=\\s*(?:"([^"]*)"|'([^']*)')`)
  patterns.set(name, pattern)
  return pattern
}

/** Value of an attribute in the text between a tag's name and its end. */
export const attribute = (tag: string, name: string): string | undefined => {
  const found = patternOf(name).exec(tag)
  return found ? decodeEntities(found[1] ?? found[2] ?? '') : undefined
}

const TEXT = /<(?:\w+:)?t(?:\s[^>]*)?>([^<]*)<\/(?:\w+:)?t>/g
const PHONETIC = /<(?:\w+:)?rPh\b[\s\S]*?<\/(?:\w+:)?rPh>/g

/** Text of a string item: all its runs, without phonetic guides, `_x000D_` forms resolved. */
export const runsText = (xml: string): string => {
  let text = ''
  for (const run of (xml.includes('rPh') ? xml.replace(PHONETIC, '') : xml).matchAll(TEXT)) text += run[1]!
  const plain = decodeEntities(text)
  return plain.includes('_x')
    ? plain.replace(/_x([0-9A-F]{4})_/gi, (_, hex: string) => character(Number.parseInt(hex, 16)))
    : plain
}

/**
 * Yields each element of this name that has content, as its text from tag to tag, without building a tree.
 * Works for elements that do not contain themselves. Text outside them is dropped as it passes.
 */
export async function* elements(
  chunks: AsyncIterable<string>,
  name: string,
  onTooLong: (limit: number) => Error,
  limit: number,
): AsyncGenerator<string> {
  const begin = new RegExp(`<(?:\\w+:)?${name}(?=[\\s>/])`, 'g')
  const end = new RegExp(`</(?:\\w+:)?${name}\\s*>`, 'g')
  let text = ''
  for await (const chunk of chunks) {
    text += chunk
    let from = 0
    for (;;) {
      begin.lastIndex = from
      const opened = begin.exec(text)
      if (!opened) {
        from = Math.max(from, text.length - name.length - 20)
        break
      }
      const tagEnd = text.indexOf('>', opened.index)
      if (tagEnd >= 0 && text[tagEnd - 1] === '/') {
        yield text.slice(opened.index, tagEnd + 1)
        from = tagEnd + 1
        continue
      }
      end.lastIndex = Math.max(opened.index, tagEnd)
      const closed = tagEnd < 0 ? null : end.exec(text)
      from = closed ? closed.index + closed[0].length : opened.index
      if (!closed) break
      yield text.slice(opened.index, from)
    }
    text = text.slice(from)
    if (text.length > limit) throw onTooLong(limit)
  }
}
