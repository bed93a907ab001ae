const stars = (count: number): string => '*'.repeat(Math.max(count, 0))

const keepEnds = (text: string, head: number, tail: number): string =>
  text.slice(0, head) + stars(text.length - head - tail) + text.slice(text.length - tail)

/**
 * Area and last four stay, the birth date goes; anything that is no resident id is hidden whole.
 * @example maskResidentId('11010519491231002X') // 110105********002X
 */
export const maskResidentId = (text: string): string =>
  /^(?:\d{15}|\d{17}[\dXx])$/.test(text) ? keepEnds(text, 6, 4) : stars([...text].length)

/** @example maskMobile('13800138000') // 138****8000; anything that is no mobile number is hidden whole */
export const maskMobile = (text: string): string =>
  /^1\d{10}$/.test(text) ? keepEnds(text, 3, 4) : stars([...text].length)

/** Surnames of two characters; the others have one. */
const COMPOUND =
  /^(?:欧阳|司马|上官|诸葛|夏侯|皇甫|尉迟|公孙|慕容|长孙|宇文|司徒|令狐|东方|南宫|端木|百里|呼延|轩辕|独孤|澹台|闻人|申屠|太史)(?=..?$)/u

/**
 * The surname stays, every other character goes. A name of one character is hidden whole.
 * @example maskName('王小明') // 王**
 * @example maskName('欧阳小明') // 欧阳**
 */
export const maskName = (text: string): string => {
  const name = [...text.trim()]
  const kept = name.length < 2 ? 0 : COMPOUND.test(name.join('')) ? 2 : 1
  return name.slice(0, kept).join('') + stars(name.length - kept)
}
