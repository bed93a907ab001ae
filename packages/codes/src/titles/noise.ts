import { lazily, readTable } from '../table.ts'

type Place = 'lead' | 'tail' | 'both' | 'filler' | 'link'
type Found = { length: number; place: Place }

const PATTERNS: { place: Place; pattern: RegExp }[] = [
  {
    place: 'both',
    pattern:
      /(?:面向)?(?:20)?[12]\d(?:[/、](?:20)?[12]\d)*(?:届|年(?=[校春秋社]招|校园|社会|应届|毕业))(?:应?届?毕业生|应届生?|[校春秋社]招|校园招聘|招聘|实习生|可投递?)*/y,
  },
  {
    place: 'both',
    pattern:
      /(?:招聘?|需|急招|限)?(?:\d{1,3}|[一二三四五六七八九十]{1,2}|若干|数|多)[名位](?!师|牌|额|医|校)(?:以上)?|(?:招|急招|需)\d+人/y,
  },
  { place: 'tail', pattern: /\d{1,3}人(?![份组团座])/y },
  { place: 'filler', pattern: /0\d(?!\d)/y },
  { place: 'both', pattern: /(?:年龄)?(?:\d{2}-)?\d{2}(?:周?岁)(?:以[下上内]|左右|之间)?/y },
  {
    place: 'both',
    pattern: /(?:\d{1,2}-)?(?:\d{1,2}|[一二三五])年(?:及?以上)?(?:相关|工作|同岗)*经验(?:以上|优先|者)*/y,
  },
  {
    place: 'filler',
    pattern:
      /(?:\d{1,2}-)?\d{1,2}年(?:以上)?|每?月休\d天|\d{2}天|\d+号发薪资?|周休\d(?:\.\d)?天|\d{1,2}小时(?:工?制)?|\d{1,2}薪|年底\d+薪|年终\d+薪/y,
  },
  { place: 'filler', pattern: /20\d\d年?(?:[春夏秋冬]季)?(?:入职|[校春秋社]招|校园招聘|社会招聘|毕业)?/y },
]

/** 招 is a call only where it does not begin a word: 急招商务 calls for a 商务, 急招商经理 for a 招商经理. */
const NOT_CALLED = /^(?:[生投标募聘]|商(?!务))/

const words = lazily(() => {
  const byStart = new Map<string, { word: string; places: Set<Place> }[]>()
  const entries = new Map<string, Set<Place>>()
  for (const [place = '', list = ''] of readTable('title-noise.tsv'))
    for (const word of list.split(' ')) entries.set(word, (entries.get(word) ?? new Set()).add(place as Place))
  for (const [word, places] of entries) {
    const start = word.slice(0, 1)
    byStart.set(start, [...(byStart.get(start) ?? []), { word, places }])
  }
  for (const list of byStart.values()) list.sort((a, b) => b.word.length - a.word.length)
  return byStart
})

const patternAt = (text: string, at: number): Found | undefined => {
  for (const { place, pattern } of PATTERNS) {
    pattern.lastIndex = at
    const length = pattern.exec(text)?.[0].length ?? 0
    if (length > 0) return { length, place }
  }
  return undefined
}

const MAY_START_PATTERN = /[\d一二三五面招需急限若数多年每周月]/

const isAllowed = (text: string, at: number, word: string): boolean =>
  !(word.endsWith('招') && NOT_CALLED.test(text.slice(at + word.length, at + word.length + 2))) &&
  !(word === '招' && /[行银财]/.test(text[at + 1] ?? ''))

/** The longest noise at a place of the text, as one of the wanted kinds where it has several. */
const noiseAt = (text: string, at: number, wanted: 'lead' | 'tail'): Found | undefined => {
  const start = text[at] ?? ''
  const pattern = MAY_START_PATTERN.test(start) ? patternAt(text, at) : undefined
  const entry = words()
    .get(start)
    ?.find(({ word }) => text.startsWith(word, at) && isAllowed(text, at, word))
  if (!entry || (pattern && pattern.length >= entry.word.length)) return pattern
  const place = ([wanted, 'both', 'lead', 'tail', 'filler', 'link'] as const).find((kind) => entry.places.has(kind))
  return place && { length: entry.word.length, place }
}

/** Where noise that starts at a place ends, and whether it is more than small words. */
const runFrom = (text: string, from: number, wanted: 'lead' | 'tail'): { end: number; solid: boolean } => {
  let end = from
  let solid = false
  for (let found = noiseAt(text, end, wanted); found; found = noiseAt(text, end, wanted)) {
    solid ||= found.place !== 'link'
    end += found.length
  }
  return { end, solid }
}

/** Whether a run of words says nothing of the job. @example isNoise('入职缴五险一金') // true */
export const isNoise = (words: string): boolean => {
  const { end, solid } = runFrom(words, 0, 'lead')
  return solid && end === words.length
}

/** Heads that do not stand alone: what stands before them is the job, also where it looks like noise (招聘专员). */
const BARE =
  /^(?:[高中初]级|资深|实习|储备)*(?:专员|专干|经理|主管|助理|顾问|总监|副总监?|负责人|hrbp|hr|bp|岗位?|文员|组长|专家|伙伴|管理|运营|网站|平台|系统|网|会|部|中心|主任|培训|代表|工程师|师|员|工|生|人员|老师|客服|招聘|经办|干事|官|专业|项目)?(?:[-/、&( ].*)?$/i

/** Length of the noise glued to the start of a run of words. @example leadingNoise('急招叉车司机') // 2 */
export const leadingNoise = (words: string): number => {
  let end = 0
  let kept = 0
  for (let found = noiseAt(words, 0, 'lead'); found; found = noiseAt(words, end, 'lead')) {
    // Short fillers begin other words: 招聘稳定性工程师.
    const follows = end > 0 && (words[end] === '的' || (found.place === 'filler' && found.length > 2))
    if (found.place !== 'lead' && found.place !== 'both' && !follows) break
    end += found.length
    if (!BARE.test(words.slice(end))) kept = end
  }
  return kept
}

/** Length of the noise glued to the end. @example trailingNoise('叉车司机包吃住') // 3 */
export const trailingNoise = (words: string): number => {
  for (let from = 2; from < words.length; from++) {
    const first = noiseAt(words, from, 'tail')
    if (
      first &&
      (first.place === 'tail' || first.place === 'both') &&
      runFrom(words, from, 'tail').end === words.length
    )
      return words.length - from
  }
  return 0
}
