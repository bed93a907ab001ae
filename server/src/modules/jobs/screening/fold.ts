/** A text in the form that rules read, and for each of its units the place in the text as typed. */
export interface Folded {
  text: string
  at: number[]
}

const HIDDEN = /\p{Default_Ignorable_Code_Point}/u
const HAN = /\p{Script=Han}/u
/** Most of every text: characters that stand for themselves whatever is around them. */
const isPlain = (code: number): boolean => (code >= 0x4e00 && code <= 0x9fff) || (code > 0x20 && code < 0x41)

/**
 * Small letters and half width, without what cannot be seen and without blanks between Chinese characters, by which
 * words are hidden from rules (限 女 性).
 */
export function fold(typed: string): Folded {
  let text = ''
  const at: number[] = []
  for (let place = 0; place < typed.length; place++) {
    const char = typed[place]!
    if (isPlain(char.charCodeAt(0))) {
      text += char
      at.push(place)
      continue
    }
    if (HIDDEN.test(char)) continue
    if (/[ \t\u3000]/.test(char) && HAN.test(text.at(-1) ?? '') && HAN.test(nextSeen(typed, place))) continue
    const plain = char.normalize('NFKC').toLowerCase()
    text += plain.length === 1 ? plain : char
    at.push(place)
  }
  return { text, at }
}

function nextSeen(typed: string, place: number): string {
  for (let next = place + 1; next < typed.length; next++)
    if (!/[ \t\u3000]/.test(typed[next]!) && !HIDDEN.test(typed[next]!)) return typed[next]!
  return ''
}
