import { type Division, division, divisionsUnder, readPlace } from '../divisions/index.ts'
import { lazily } from '../table.ts'

/** Names of places that begin other words more often than they name the place. */
const WORDS = new Set(
  '大理 阿里 白银 东方 朝阳 和平 天门 大同 安康 吉安 三明 黄石 河口 平安 南山 宝山 开平 新城 新华 长安 永安 资源 公安 合作 灯塔 新兴 兴业 城区 海伦'.split(
    ' ',
  ),
)
/** Words that name a place only beside another. */
const NO_PLACE = new Set('阿里 东方 资源 公安 合作 灯塔 平安 和平 新兴 兴业 新城 新华 城区'.split(' '))
const REGIONS =
  '华东 华南 华北 华中 西南 西北 东北 江浙沪 珠三角 长三角 省内 省外 市区 高新区 经开区 开发区 西海岸 西海岸新区 保税区 胶南 新区'.split(
    ' ',
  )
/** Cities whose districts also stand glued before a job, and the regions said there instead of a district. */
const OWN = new Set(['3702', '3711'])
const OWN_REGIONS = new Set(['西海岸', '西海岸新区', '胶南'])

const KIND = /(?:特别行政区|(?:壮族|回族|维吾尔)?自治区|自治州|自治县|新区|地区|[省市区县旗盟])$/

/** A division and all below it, streets left out. */
const withParts = (found: Division): Division[] =>
  found.level === 'street' ? [] : [found].concat(divisionsUnder(found.code).flatMap(withParts))

const names = lazily(() => {
  const known = new Map<string, boolean>(REGIONS.map((region) => [region, OWN_REGIONS.has(region)]))
  const provinces = Array.from({ length: 82 }, (_, index) => division(`${index + 11}0000`) ?? [])
  for (const { code, name, level } of provinces.flat().flatMap(withParts)) {
    const leads = level !== 'district' || OWN.has(code.slice(0, 4))
    const stem = name.replace(KIND, '')
    for (const text of stem.length > 1 ? [name, stem] : [name]) known.set(text, leads || (known.get(text) ?? false))
  }
  return known
})

const AROUND =
  /^(?:base|工作地点?|上班地点?|地点|常?驻|坐标|在)[:\s]*|(?:站点?|地区|区域|片区|大区|各区|全区|附近|周边|总部|上班|工作|出差|市区|分公司|公司|办公|本地|招聘|市|区)$/gi

/** 青岛市南 is 青岛 and 市南: the 市 of the city begins the name of a district. */
const DISTRICT = /^市[南北中]/

/** A city in Latin letters; shorter words are more often something else. */
const LATIN = /^[a-z]{4,}$/i

/** Length of the name at the start of a text, 0 for none; the longest counts. */
const nameLength = (text: string, fits: (name: string) => boolean): number => {
  for (let length = Math.min(11, text.length); length > 1; length--)
    if (fits(text.slice(0, length))) return length > 2 && DISTRICT.test(text.slice(length - 1)) ? length - 1 : length
  return 0
}

/** Whether a run of words is a place and nothing else. @example isPlace('青岛市南') // true */
export const isPlace = (words: string): boolean => {
  if (LATIN.test(words)) return readPlace(words).kind === 'division'
  let rest = words.replace(AROUND, '')
  if (rest.length < 2 || NO_PLACE.has(rest)) return false
  for (let length = -1; rest !== '' && length !== 0; rest = rest.slice(length))
    length = nameLength(rest, (name) => names().has(name))
  return rest === ''
}

/** What makes a name part of another: 北京大学, 四川菜, 青岛港. */
const PART =
  /^(?:大学|学院|医院|银行|航空|机场|港|话|菜|料理|烤|啤酒?厂|钢|石化|海关|路|[人籍户语网台局](?!工|力|脸|才|事)|市场|总部|分公司|公司|办事处|时报|日报|卫视|中学|小学|高铁|地铁|电网|移动|联通|电信)/
const AFTER =
  /^(?:地区|区域|片区|本地|各区域?|全市|市区|站|上班|周边|附近|市|省|区)(?!域|长|经理|主管|主任|总|代表|负责|销售|业务|督导|招商|运营)/

/**
 * Length of the place glued before a job, 0 for none: provinces and cities, and the districts of our own.
 * @example leadingPlace('青岛市南月嫂') // 4
 */
export const leadingPlace = (words: string): number => {
  let end = 0
  for (let length = -1; length !== 0; end += length) {
    const isFirst = end === 0
    length = nameLength(words.slice(end), (name) =>
      isFirst ? names().get(name) === true && !WORDS.has(name) : names().has(name),
    )
    if (length > 0 && PART.test(words.slice(end + length))) return end
  }
  if (end === 0) return 0
  end += AFTER.exec(words.slice(end))?.[0].length ?? 0
  return words.length - end >= 2 ? end : 0
}
