import { type Name, nameAt, nameOf } from './names.ts'

/**
 * A name found in a text. `link` says how it follows the one before: `joined` (青岛市南) or a step down a path (青岛-市南,
 * 青岛·市南), `further` as one more place (青岛/烟台), or after other `words`. A `loose` name runs on into other words
 * (胶州三里河), an `open` one follows them (距青岛) or names a building (金牛大厦); both count for less.
 */
export type Mention = { name: Name; loose: boolean; open: boolean; link: Link }
type Link = 'joined' | 'dash' | 'dot' | 'further' | 'words'

type Found = { name: Name; end: number; loose: boolean; building?: boolean }

/** What makes a name part of a road's name: 天河路, 南京西路, 中山北一路. */
const ROAD = /^[东南西北中]?[一二三四五六七八九十]?支?(?:路|街(?!道)|大道|道|巷|弄|胡同|高速)/
/** The same after a full name: 鄞县大道. */
const AVENUE = /^[东南西北中]?(?:路|大道)/
/** The kind of division, where it is written other than the table has it (东莞南城区, 即墨县). */
const KIND = /^(?:新区|街道|地区|[省市区县镇乡](?!域))/
const BUILDING = /大厦|大楼|广场|中心|花园|公园|酒店|公司|集团|商场|医院|学校|大学|学院|银行|国际/
const WORD = /[\u4e00-\u9fffa-z0-9]/
const LATIN_RUN = /[a-z][a-z'’]*(?: [a-z][a-z'’]*){0,3}/y
const FURTHER = /[/、,;|&+ ]$|^(?:和|与|及|或|至|到|以及)$/
const DOT = /^[·•.]$/
const DASH = /^[-·•.>_:()[\]【】→]*$/

/** Nothing after a name, or something that cannot belong to it. */
const isBoundary = (text: string, end: number): boolean => end >= text.length || !WORD.test(text[end] ?? '')

/** 青岛市南区 is 青岛 and 市南区: the 市 that a city's full name would take begins the name of a district. */
const splitCity = (text: string, name: Name, start: number): Found | undefined => {
  const end = start + name.text.length - 1
  if (text[end] !== '市') return undefined
  const district = nameAt(text, end)
  const city = district && nameOf(text.slice(start, end))
  const whole = district && (district.full || isBoundary(text, end + district.text.length))
  return city && whole ? { name: city, end, loose: false } : undefined
}

const chineseAt = (text: string, start: number): Found | undefined => {
  const name = nameAt(text, start)
  if (!name) return undefined
  const end = start + name.text.length
  const tail = text.slice(end, end + 6)
  if (name.full && !AVENUE.test(tail)) return splitCity(text, name, start) ?? { name, end, loose: false }
  if (ROAD.test(tail)) return undefined
  const kind = KIND.exec(tail)?.[0].length ?? 0
  return { name, end: end + kind, loose: kind === 0 && !isBoundary(text, end), building: BUILDING.test(tail) }
}

/** The longest start of a run of Latin words that is a name; "city", "district" and the like are left for the gap. */
const latinAt = (text: string, start: number): Found | undefined => {
  LATIN_RUN.lastIndex = start
  const words = LATIN_RUN.exec(text)?.[0].split(' ') ?? []
  for (let count = words.length; count > 0; count -= 1) {
    const run = words.slice(0, count)
    const name = nameOf(run.join('').replaceAll(/['’]/g, ''))
    if (name) return { name, end: start + run.join(' ').length, loose: false }
  }
  return undefined
}

const isLatin = (char: string): boolean => char >= 'a' && char <= 'z'

const endOfWord = (text: string, start: number): number => {
  let end = start
  while (end < text.length && isLatin(text[end] ?? '')) end += 1
  return end
}

const linkOf = (gap: string): Link => {
  if (gap === '') return 'joined'
  if (DOT.test(gap)) return 'dot'
  if (DASH.test(gap)) return 'dash'
  return FURTHER.test(gap) ? 'further' : 'words'
}

/** The names of divisions in a text made plain, in order. */
export const findMentions = (text: string): Mention[] => {
  const mentions: Mention[] = []
  let from = 0
  for (let at = 0; at < text.length;) {
    const latin = isLatin(text[at] ?? '')
    const found = latin ? latinAt(text, at) : chineseAt(text, at)
    if (!found) {
      at = latin ? endOfWord(text, at) : at + 1
      continue
    }
    const gap = text.slice(from, at)
    const open = found.building === true || WORD.test(gap.at(-1) ?? '')
    mentions.push({ name: found.name, loose: found.loose, open, link: linkOf(gap) })
    at = from = found.end
  }
  return mentions
}
