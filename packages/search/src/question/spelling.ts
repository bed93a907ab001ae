import { isHan, soundOf } from '../text/pinyin.ts'
import { pairsOf, wordsOf } from '../text/tokens.ts'
import type { Tools } from './groups.ts'

const SHORTEST_HAN = 3
const SHORTEST_LATIN = 4
const PIECE = /[\u4e00-\u9fff]+|[a-z][a-z0-9+#.]*/g
const LONGEST_PIECE = 12

/** Whether two texts differ by one character: another one, one more, one less, or two neighbours exchanged. */
export function isOneEdit(a: string, b: string): boolean {
  const [short, long] = a.length <= b.length ? [a, b] : [b, a]
  if (long.length - short.length > 1 || a === b) return false
  let at = 0
  while (at < short.length && short[at] === long[at]) at++
  if (short.length < long.length) return short.slice(at) === long.slice(at + 1)
  const isExchanged = short[at] === long[at + 1] && short[at + 1] === long[at]
  return short.slice(at + 1) === long.slice(at + 1) || (isExchanged && short.slice(at + 2) === long.slice(at + 2))
}

/** In about how many records a text stands. */
const frequencyOf = (text: string, { terms }: Tools): number => {
  const parts = isHan(text) && text.length > 1 ? pairsOf(text) : wordsOf(text)
  return Math.min(...parts.map((part) => terms.frequency(part)))
}

const mostFrequent = (texts: Iterable<string>, tools: Tools): string | undefined => {
  let best: string | undefined
  let most = 0
  for (const text of texts) {
    const frequency = frequencyOf(text, tools)
    if (frequency > most) [best, most] = [text, frequency]
  }
  return best
}

function* near(piece: string, { phrases }: Tools): Generator<string> {
  for (const text of phrases.texts()) if (Math.abs(text.length - piece.length) < 2 && isOneEdit(text, piece)) yield text
}

const bySound = (piece: string, tools: Tools): string | undefined => {
  const { full } = soundOf(piece)
  const whole = mostFrequent(tools.phrases.soundingLike(full), tools)
  if (whole) return whole
  const parts = tools.phrases.splitSound(full) ?? []
  const texts = parts.map((part) => mostFrequent(tools.phrases.soundingLike(part), tools) ?? '')
  return parts.length > 0 && texts.every((text) => text.length > 1) ? texts.join('') : undefined
}

const respellPiece = (piece: string, tools: Tools): string => {
  const isLong = piece.length >= (isHan(piece) ? SHORTEST_HAN : SHORTEST_LATIN)
  if (piece.length < 2 || piece.length > LONGEST_PIECE || frequencyOf(piece, tools) > 0) return piece
  const sounding = isHan(piece) ? bySound(piece, tools) : undefined
  return sounding ?? (isLong ? mostFrequent(near(piece, tools), tools) : undefined) ?? piece
}

/** The text with words nobody uses changed to ones that sound the same or differ by one character; undefined where nothing is to change. */
export function respell(text: string, tools: Tools): string | undefined {
  const spelled = text.toLowerCase().replace(PIECE, (piece) => respellPiece(piece, tools))
  return spelled === text.toLowerCase() ? undefined : spelled
}
