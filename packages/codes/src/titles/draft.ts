export type Cut = { at: number; fragment: string; kind: 'pay' | 'code' | 'place' | 'noise' }

/** A title being cleaned: what was cut is blanked by gaps, so that positions stay those of the tidied text. */
export type Draft = { text: string; readonly cuts: Cut[] }

const GAP = '\0'

export const cut = (draft: Draft, at: number, length: number, kind: Cut['kind']): void => {
  const fragment = draft.text.slice(at, at + length)
  draft.cuts.push({ at, fragment, kind })
  draft.text = draft.text.slice(0, at) + GAP.repeat(length) + draft.text.slice(at + length)
}

const EMPTY_BRACKETS = /[([【{「《<][\s\0/\\+,、;!|:。*&._-]*[)\]】}」》>]/g
const AFTER_OPENING = /([([【{「《<])[\s/\\+,、;!|:。*&-]*\0[\s\0/\\+,、;!|:。*&-]*/g
const BEFORE_CLOSING = /[\s/\\+,、;!|:。*&-]*\0[\s\0/\\+,、;!|:。*&-]*([)\]】}」》>])/g
const MIDDLE = /[\s/\\+,、;!|:。*&_-]*\0[\s\0/\\+,、;!|:。*&_-]*/g
const ENDS = /^[\s/\\+,、;!|:。*&"'”’…?·_)\]】}」》>=-]+|[\s/\\,、;!|:。*&"'“‘…?·_([【{「《<=-]+$|(?<![cC+])\++$/g

/** A bracket whose partner is gone: 会计(双休 has lost its end already in the source. */
const LONE = /[([【](?=[^)\]】]*$)|(?<=^[^([【]*)[)\]】]/g

/** One of the separators around a gap stays: 会计/兼职/出纳 keeps a stroke, words that were glued stay glued. */
const bridge = (gap: string): string =>
  /[/、,|]/.exec(gap)?.[0] ?? /[ \-+!;:]/.exec(gap)?.[0].replace(/[^-]/, ' ') ?? ''

/** Before a bracket nothing needs to stay. */
const join = (gap: string, at: number, whole: string): string =>
  /[([【]/.test(whole[at + gap.length] ?? '') ? '' : bridge(gap)

/** What is left of the title, without the brackets and separators of what was cut. */
export const remains = ({ text }: Draft): string => {
  let left = text
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(EMPTY_BRACKETS, `${GAP} `)
  }
  left = left.replace(AFTER_OPENING, '$1').replace(BEFORE_CLOSING, '$1').replace(MIDDLE, join)
  for (let before = ''; before !== left;) {
    before = left
    left = left.replace(ENDS, '')
  }
  const whole = /^[([【]([^()[\]【】]+)[)\]】]$/.exec(left)?.[1]
  if (whole) return whole
  return left
    .replace(LONE, ' ')
    .replace(/ {2,}/g, ' ')
    .replace(/[!。]+/g, ' ')
    .trim()
}
