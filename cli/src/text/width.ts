/** Characters that fill two columns of a terminal (Unicode East Asian Width W and F) and emoji. */
const WIDE =
  /[\u1100-\u115f\u2e80-\u303e\u3041-\u33ff\u3400-\u4dbf\u4e00-\u9fff\ua000-\ua4cf\uac00-\ud7a3\uf900-\ufaff\ufe30-\ufe6f\uff01-\uff60\uffe0-\uffe6]|\p{Emoji_Presentation}|[\u{20000}-\u{3fffd}]/u
const MARK = /[\p{Mark}\p{Cf}]/u

const characterWidth = (character: string): number => (MARK.test(character) ? 0 : WIDE.test(character) ? 2 : 1)

/** Columns a text takes on a terminal: 叉车 is 4 wide. */
export function displayWidth(text: string): number {
  let width = 0
  for (const character of text) width += characterWidth(character)
  return width
}

export const padRight = (text: string, width: number): string =>
  text + ' '.repeat(Math.max(0, width - displayWidth(text)))
export const padLeft = (text: string, width: number): string =>
  ' '.repeat(Math.max(0, width - displayWidth(text))) + text

/** Cuts to `width` columns; what was cut is marked by `…`. */
export function clip(text: string, width: number): string {
  if (displayWidth(text) <= width) return text
  let kept = ''
  let room = width - 1
  for (const character of text) {
    room -= characterWidth(character)
    if (room < 0) break
    kept += character
  }
  return `${kept}…`
}

const MAY_NOT_BEGIN = /^[，。；：、）”’》！？,.;:)!?%]/
const MAY_NOT_END = /[（“‘《(]$/

/**
 * Breaks a text into lines of at most `width` columns: at spaces or between Chinese characters, never before a comma. A
 * Latin word wider than a line keeps its line to itself.
 */
export function wrap(text: string, width: number): string[] {
  const lines: string[] = []
  let line: string[] = []
  for (const piece of text.match(/[\u0021-\u007e]+|\s+|[^]/gu) ?? []) {
    const isFull = displayWidth(line.join('') + piece.trimEnd()) > width
    if (isFull && line.length > 0) {
      const rest = breakBefore([...line, piece], width)
      lines.push(
        line
          .slice(0, line.length + 1 - rest.length)
          .join('')
          .trimEnd(),
      )
      line = rest.join('').trimStart() ? rest : []
    } else if (line.length > 0 || piece.trim()) line.push(piece)
    if (line[0]?.trim() === '') line.shift()
  }
  return line.length > 0 ? [...lines, line.join('').trimEnd()] : lines
}

/** The pieces that go to the next line: the last one, with those before it that it may not be parted from, as far as they fit. */
function breakBefore(pieces: string[], width: number): string[] {
  let at = pieces.length - 1
  const clings = () => MAY_NOT_BEGIN.test(pieces[at]!) || MAY_NOT_END.test(pieces[at - 1]!)
  const fits = () =>
    displayWidth(
      pieces
        .slice(at - 1)
        .join('')
        .trimEnd(),
    ) <= width
  while (at > 1 && clings() && fits()) at--
  return pieces.slice(at)
}

/** Lines of whole items, broken only between them; an item wider than a line is wrapped by itself. */
export function wrapItems(items: readonly string[], separator: string, width: number): string[] {
  const lines: string[] = []
  for (const [place, item] of items.entries()) {
    const text = place < items.length - 1 ? item + separator : item
    const last = lines.at(-1)
    if (last !== undefined && displayWidth(last + text.trimEnd()) <= width) lines[lines.length - 1] = last + text
    else if (displayWidth(text.trimEnd()) <= width) lines.push(text)
    else lines.push(...wrap(text, width))
  }
  return lines.map((line) => line.trimEnd())
}
