import { type Draft, cut } from './draft.ts'
import { isNoise, leadingNoise, trailingNoise } from './noise.ts'
import { isPlace, leadingPlace } from './title-place.ts'

const WORDS = /(?:c\+\+|[cf]#|[^\0\s()[\]【】{}「」《》<>/\\+,、;!|:。*&"'“”‘’…?#·_~-])+/gi
const BARE_NUMBER = /^(?!1688$|12306$)(?:0\d|\d{3,})$/
const BRACKETED_CODE = /^(?:\d{1,2}|[a-z]{1,3}\d{3,}[a-z]?)$/i
/** A number of the firm's own before the job; 95522 and 12345 are hotlines, 00后 an age. */
const LEADING_NUMBER = /^(?:0\d+|(?!(?:95\d{3}|1\d{4})(?!\d))\d{5,})(?=(?!后)[\u4e00-\u9fff])/
const GLUED_NUMBER = /(?<=[\u4e00-\u9fff])(?:\d{4,}|0\d)$/
/** 广州小象急招配送员: a call in the middle ends what names the place and the firm. */
const CALL =
  /^[\u4e00-\u9fff\w]{2,14}?(?:高薪诚聘|高薪急聘|高薪招聘|高薪直招|站点直招|站点直聘|急招|急聘|诚聘|诚招|直招|直聘)(?![生投标商])(?=[\u4e00-\u9fff\w+#]{2})/

/** 招聘 alone is a call before the job (招聘 会计) and work of its own beside other work (人事/招聘). */
const isCall = (draft: Draft, at: number, end: number): boolean =>
  !/[\p{L}\p{N}\0]/u.test(draft.text.slice(0, at)) && !/^ ?[/、&+和与-]/.test(draft.text.slice(end))

const isBracketed = ({ text }: Draft, at: number, end: number): boolean =>
  /[([【]/.test(text[at - 1] ?? '') && /[)\]】]/.test(text[end] ?? '')

const kindOf = (draft: Draft, at: number, words: string): 'noise' | 'place' | 'code' | undefined => {
  const end = at + words.length
  if (words === '招聘') return isCall(draft, at, end) ? 'noise' : undefined
  if (isNoise(words)) return 'noise'
  if (isPlace(words)) return 'place'
  return BARE_NUMBER.test(words) || (BRACKETED_CODE.test(words) && isBracketed(draft, at, end)) ? 'code' : undefined
}

const callLength = (words: string): number => {
  const length = CALL.exec(words)?.[0].length ?? 0
  return length > 0 && !isNoise(words.slice(length)) ? length : 0
}

/** Cuts what is glued to the start, piece by piece; returns where the job begins. */
const cutStart = (draft: Draft, at: number, words: string): number => {
  let start = LEADING_NUMBER.exec(words)?.[0].length ?? 0
  if (start > 0) cut(draft, at, start, 'code')
  for (;;) {
    const rest = words.slice(start)
    const noise = leadingNoise(rest) || callLength(rest)
    const length = noise || leadingPlace(rest)
    if (length === 0) return start
    cut(draft, at + start, length, noise ? 'noise' : 'place')
    start += length
  }
}

/** Cuts what is glued to the end; returns where the job ends. */
const cutEnd = (draft: Draft, at: number, words: string): number => {
  const noise = trailingNoise(words)
  if (noise > 0) cut(draft, at + words.length - noise, noise, 'noise')
  const rest = words.slice(0, words.length - noise)
  const number = GLUED_NUMBER.exec(rest)?.[0].length ?? 0
  if (number > 0) cut(draft, at + rest.length - number, number, 'code')
  return rest.length - number
}

/** Cuts the runs of words that say nothing of the job, and what is glued to the others. */
export const cutWords = (draft: Draft): void => {
  for (const { 0: words, index } of draft.text.matchAll(WORDS)) {
    const kind = kindOf(draft, index, words)
    if (kind) {
      cut(draft, index, words.length, kind)
      continue
    }
    const kept = words.slice(0, cutEnd(draft, index, words))
    const start = cutStart(draft, index, kept)
    if (start > 0 && isNoise(kept.slice(start))) cut(draft, index + start, kept.length - start, 'noise')
  }
}
