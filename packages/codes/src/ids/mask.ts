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
const COMPOUND = new RegExp(
  `^(?:${[
    '欧阳|欧陽|司马|司徒|司空|司寇|上官|诸葛|夏侯|皇甫|尉迟|公孙|公羊|公冶|公西|公良|慕容|长孙|仲孙|叔孙|颛孙|宇文|令狐|东方|东郭|东门',
    '西门|南宫|南门|端木|百里|呼延|轩辕|独孤|澹台|闻人|申屠|太史|太叔|淳于|单于|鲜于|濮阳|赫连|万俟|宗政|钟离|闾丘|梁丘|左丘|亓官|巫马',
    '漆雕|乐正|壤驷|拓跋|夹谷|宰父|谷梁|段干|羊舌|微生|第五|贺兰|纳兰|完颜|耶律|子车',
  ].join('|')})(?=..?$)`,
  'u',
)
const HAN = /^\p{Script=Han}+$/u
/** Between the parts of a name: blanks, hyphens, and the dots of names of minorities however they are typed. */
const BETWEEN = /([\s\-·•・‧∙．.]+)/u

/** Surname, and of longer names the last character. */
function maskHan(name: readonly string[]): string {
  const kept = COMPOUND.test(name.join('')) ? 2 : 1
  const tail = name.length - kept > 1 ? 1 : 0
  return name.slice(0, kept).join('') + stars(name.length - kept - tail) + name.slice(name.length - tail).join('')
}

const maskPart = ([first = '', ...rest]: readonly string[]): string => first + stars(rest.length)

/** Parts stand at even places, what is between them at odd ones. */
function maskParts(name: string): string {
  const [first = '', ...rest] = name.split(BETWEEN)
  const between = (mask: (part: string) => string) =>
    rest.map((part, at) => (at % 2 === 1 ? mask(part) : part)).join('')
  const masked = maskPart([...first]) + between((part) => maskPart([...part]))
  // Initials alone: nothing was hidden yet.
  const shorter = masked.includes('*') ? masked : first + between((part) => stars([...part].length))
  return shorter.includes('*') ? shorter : stars([...name].length)
}

/**
 * A name for everybody's eyes, as public notices (公示) show it: who knows the person finds him, nobody else does. Of a
 * Chinese name the surname stays, and the last character where there are three or more; of a name in parts (John Smith,
 * 阿卜杜拉·买买提) the first character of each part. Something is always hidden, a name of one character whole.
 * @example maskName('张三') // 张*
 * @example maskName('张小三') // 张*三
 * @example maskName('欧阳小明') // 欧阳*明
 * @example maskName('阿卜杜拉·买买提') // 阿***·买**
 */
export const maskName = (text: string): string => {
  const name = text.normalize('NFC').trim()
  const compact = [...name.replaceAll(/\s/gu, '')]
  if (compact.length < 2) return stars(compact.length)
  return HAN.test(compact.join('')) ? maskHan(compact) : maskParts(name)
}
