import { classifyTitle, industries } from '@renshu/codes'
import type { OccupationGuess, Talent } from '@renshu/match'
import type { Dice } from '../chance/dice.ts'
import { oneOf, zipf } from '../chance/pick.ts'
import type { Trade } from './trade.ts'

export type Wish = Talent['wishes'][number]

/** What makes up the title of one record; the same dice give the same title. */
export type Titles = {
  /** As an employer writes it. @param years asked for; decides the rank that is named */
  write: (dice: Dice, trade: Trade, neighbour: Trade, years: number | undefined) => string
  /** As a person chooses it from a list, now and then with a rank before it. */
  choose: (dice: Dice, trade: Trade, years: number | undefined) => string
  /** A title with what the reader of titles makes of it. */
  read: (title: string) => Wish
}

/** Guesses kept per title, as the intake keeps them. */
const MAX_GUESSES = 3
const drawName = zipf(1.6)
/** People choose from a short list, its first names even more than employers do. */
const LISTED = 8
const drawChosen = zipf(1.7)
const drawField = zipf(0.6)
const FREE_WISHES = 0.1

/** How employers write: shares by hand so that as many titles are different as in the postings (36 of 100). */
const FORMS = oneOf([
  ['plain', 64],
  ['field', 11],
  ['bracket', 8],
  ['both', 6],
  ['rank', 5],
  ['rankField', 3],
  ['role', 3],
])

const RANKS = {
  new: ['初级', '储备', '助理', '学徒'],
  some: ['熟练', '中级', '高级'],
  long: ['资深', '高级', '首席', '主任'],
} as const
const LONG = 5

const ranksFor = (years = 0): readonly string[] => (years < 1 ? RANKS.new : years < LONG ? RANKS.some : RANKS.long)

const drawRank = (dice: Dice, years: number | undefined): string => {
  const ranks = ranksFor(years)
  return ranks[dice.below(ranks.length)]!
}

const ROLES = ['主管', '助理', '经理', '组长', '学徒', '班长', '专员']

/** What a field of trade is called in a title: 轮胎制造 is 轮胎, 糕点、面包零售 is 糕点. */
const shortName = (name: string): string =>
  (name.replaceAll(/（.*?）|^其他|未列明/g, '').split(/[、和及]/)[0] ?? '').replace(
    /(?:专用|综合)?(?:设备|机械)?(?:的)?(?:制造|加工|生产|批发|零售|服务|活动|采选|种植|饲养|修理|施工|业)+$/,
    '',
  )

const FIELD = /^[\u4e00-\u9fff]{2,5}$/

const readFields = (): string[] => [
  ...new Set(
    industries()
      .filter(({ level }) => level >= 3)
      .map(({ name }) => shortName(name))
      .filter((name) => FIELD.test(name)),
  ),
]

/** Where in the list of fields a 小类 starts, so that its titles name the same few. */
const startOf = (code: string): number => Number(code.slice(0, 7).replaceAll('-', '')) * 37

const joined = (name: string, other: string): string => (name === other ? name : `${name}/${other}`)

const nameOf = (dice: Dice, { titles }: Trade): string => titles[drawName(dice, titles.length)]!

export function makeTitles(): Titles {
  const fields = readFields()
  const known = new Map<string, Wish>()
  const fieldFor = (dice: Dice, { code }: Trade): string =>
    fields[(startOf(code) + drawField(dice, fields.length)) % fields.length]!
  const write: Titles['write'] = (dice, trade, neighbour, years) => {
    const form = FORMS(dice)
    const name = nameOf(dice, trade)
    if (form === 'field') return fieldFor(dice, trade) + name
    if (form === 'bracket') return `${name}(${fieldFor(dice, trade)})`
    if (form === 'both') return joined(name, nameOf(dice, neighbour))
    if (form === 'rank') return drawRank(dice, years) + name
    if (form === 'rankField') return drawRank(dice, years) + fieldFor(dice, trade) + name
    return form === 'role' ? name + ROLES[dice.below(ROLES.length)]! : name
  }
  return {
    write,
    choose(dice, trade, years) {
      const name = trade.titles[drawChosen(dice, Math.min(LISTED, trade.titles.length))]!
      return dice.happens(FREE_WISHES) ? ranksFor(years)[0]! + name : name
    },
    read(title) {
      const found = known.get(title)
      if (found) return found
      const wish = { title, occupations: guessesOf(title) }
      known.set(title, wish)
      return wish
    },
  }
}

const guessesOf = (title: string): OccupationGuess[] =>
  classifyTitle(title)
    .slice(0, MAX_GUESSES)
    .map(({ code, confidence }) => ({ code, confidence }))
