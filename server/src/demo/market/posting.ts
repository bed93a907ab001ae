import type { Employment, PostBody } from '@renshu/contracts'
import type { Dice } from '../dice.ts'
import { addDays } from '../town/days.ts'
import type { Trade } from '../trades/index.ts'

/** Where the work is: a street of the employer's district, with the address it registered. */
export interface Workplace {
  place: string
  address: string
}

const YUAN = 100
const round = (yuan: number): number => Math.round(yuan / 500) * 500

const MEALS = ['工作餐由单位提供', '提供免费午餐', '有员工食堂，每月发餐补']
const HOUSING = ['外地员工安排宿舍', '提供四人间宿舍，水电单位承担一部分', '住宿自理，每月发住房补贴']
const LEAVE = ['每周双休，法定节假日休息', '每周单休，法定节假日休息', '按排班轮休，每月休四到六天']
/** One of them: two would contradict each other. */
const INSURANCE = ['入职即缴纳五险', '缴纳五险一金', '依法缴纳社会保险']
const EXTRAS = [
  '试用期一个月，试用期工资不打折',
  '满一年享受带薪年假',
  '逢年过节发放节日福利',
  '每年组织一次体检',
  '有年终奖，按考核发放',
  '开发区、市区设班车点',
]
const OPENINGS = [
  '因业务发展需要',
  '新增产线投产',
  '团队扩充',
  '老员工退休补员',
  '门店扩张',
  '旺季到来订单增加',
  '新项目启动',
  '为充实一线力量',
]

/** The pay that one employer offers for a trade: a band inside that of the trade. */
function drawPay(dice: Dice, { pay: [from, to] }: Trade): { min: number; max: number } | null {
  if (dice.happens(8)) return null
  const level = dice.roll() ** 1.4
  const min = round(from + (to - from) * 0.55 * level)
  const max = Math.max(min + 500, round(min * (1.15 + 0.4 * dice.roll())))
  return { min: min * YUAN, max: max * YUAN }
}

const WHOLE: Employment[] = ['fullTime']
const drawEmployment = (dice: Dice): Employment[] => {
  const form = dice.roll()
  if (form < 0.9) return WHOLE
  return form < 0.95 ? ['partTime'] : form < 0.98 ? ['internship'] : ['temporary']
}

const numbered = (lines: readonly string[]): string =>
  lines.map((line, at) => `${at + 1}. ${line}${at === lines.length - 1 ? '。' : '；'}`).join('\n')

/** A number of lines in the order of the table. */
const some = (dice: Dice, lines: readonly string[], least: number): string[] => {
  const wanted = dice.between(Math.min(least, lines.length), lines.length)
  const chosen = new Set(dice.shuffled(lines).slice(0, wanted))
  return lines.filter((line) => chosen.has(line))
}

function write(dice: Dice, trade: Trade, employer: string): string {
  const isOffice = trade.education === 'bachelor' || trade.education === 'college'
  const terms = [
    ...(trade.shifts.some((shift) => shift !== 'day' && shift !== 'flexible') ? [LEAVE[2]!] : [dice.oneOf(LEAVE)]),
    ...(dice.happens(isOffice ? 30 : 70) ? [dice.oneOf(MEALS)] : []),
    ...(dice.happens(isOffice ? 15 : 50) ? [dice.oneOf(HOUSING)] : []),
    ...(dice.happens(40) ? [dice.oneOf(INSURANCE)] : []),
    ...dice.shuffled(EXTRAS).slice(0, dice.between(1, 3)),
  ]
  const opening = `${dice.oneOf(OPENINGS)}，${employer}现招聘${trade.title}。`
  return [
    ...(dice.happens(75) ? [opening] : []),
    '岗位职责：',
    numbered(some(dice, trade.duties, 3)),
    '任职要求：',
    numbered(some(dice, trade.asks, 2)),
    `待遇说明：${terms.join('；')}。`,
  ].join('\n')
}

const drawTitle = (dice: Dice, trade: Trade): string => {
  const title = dice.happens(45) ? trade.title : dice.oneOf(trade.titles)
  return dice.happens(12) ? `${title}（${dice.oneOf(['急招', '长期', '可带教', '白班', '五险'])}）` : title
}

/** How many people are looked for: many in workshops and shops, one or two in offices. */
const drawOpenings = (dice: Dice, { education }: Trade): number => {
  if (education === 'bachelor') return dice.between(1, 2)
  if (education === 'college') return dice.between(1, 3)
  return dice.happens(20) ? dice.between(6, 20) : dice.between(1, 5)
}

/**
 * A posting of an employer for one trade.
 * @param on the day it is written on
 */
export function writePosting(
  dice: Dice,
  trade: Trade,
  { employer, places, on }: { employer: string; places: readonly Workplace[]; on: string },
): PostBody {
  const years = dice.happens(55) ? dice.oneOf([0, 1, 1, 2, 3]) : null
  const certificates = trade.certificates.map((code) => ({ code, required: dice.happens(70) }))
  return {
    title: drawTitle(dice, trade),
    description: write(dice, trade, employer),
    occupation: trade.code,
    places: places.map((place) => ({ ...place, openings: drawOpenings(dice, trade) })),
    remote: false,
    salary: drawPay(dice, trade),
    education: dice.happens(80) ? trade.education : null,
    years,
    employment: drawEmployment(dice),
    shifts: [...trade.shifts],
    welfare: [],
    certificates,
    skills: trade.skills.slice(0, dice.between(2, trade.skills.length)),
    startBy: dice.happens(10) ? addDays(on, dice.between(20, 60)) : null,
    validUntil: addDays(on, dice.oneOf([30, 45, 60, 60, 90])),
    // The public feed of a made-up city holds what its pages show.
    scope: 'everyone',
    employerId: null,
    publish: true,
  }
}

/** What an officer has to look at, each said of a posting that was fine before. */
const DOUBTS: readonly ((post: PostBody) => PostBody)[] = [
  (post) => ({ ...post, description: `${post.description}\n年龄要求：35岁以下。` }),
  (post) => ({ ...post, description: `${post.description}\n仅限女性，形象气质佳者优先。` }),
  (post) => ({ ...post, description: `${post.description}\n要求四肢健全，服从安排。` }),
  (post) => ({
    ...post,
    description: `${post.description}\n35岁以下，能力强者月入五万。`,
    salary: { min: 3_500_000, max: 5_000_000 },
  }),
  (post) => ({ ...post, description: `${post.description}\n有意者加微信联系，工资日结，无需经验。` }),
  (post) => ({ ...post, description: `${post.description}\n本地户口优先。` }),
]

export const doubtful = (post: PostBody, at: number): PostBody => DOUBTS[at % DOUBTS.length]!(post)
