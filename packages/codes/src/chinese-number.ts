const DIGITS = '零一二三四五六七八九'
const digit = (char: string | undefined): number => {
  if (char === undefined) return -1
  if (char === '两' || char === '俩') return 2
  if (char === '〇') return 0
  return DIGITS.indexOf(char)
}

/** A whole number written in Chinese below a hundred (十五, 二十, 三), and where it ends. */
export const readSmallChinese = (text: string, start: number): { value: number; end: number } | undefined => {
  const first = digit(text[start])
  const tenAt = first > 0 ? start + 1 : start
  if (text[tenAt] !== '十') return first < 0 ? undefined : { value: first, end: start + 1 }
  const ones = digit(text[tenAt + 1])
  const tens = (first > 0 ? first : 1) * 10
  return ones > 0 ? { value: tens + ones, end: tenAt + 2 } : { value: tens, end: tenAt + 1 }
}

/**
 * The text with every Chinese number below a hundred as digits.
 * @example withDigits('五年以上') // '5年以上'
 */
export const withDigits = (text: string): string => {
  let out = ''
  for (let at = 0; at < text.length;) {
    const number = readSmallChinese(text, at)
    out += number ? number.value : text[at]
    at = number?.end ?? at + 1
  }
  return out
}
