import { findSkills, occupation, skillNames } from '@renshu/codes'
import type { Dice } from '../chance/dice.ts'
import { distinct, zipf } from '../chance/pick.ts'

/** Skills of a trade, those named in its own titles first, then what stands near them, then what its kin have. */
export type SkillPool = readonly string[]

type Named = { code: string; titles: readonly string[] }

/** Titles of a trade that are searched; the later ones are rare and bring foreign skills. */
const SEARCHED = 16
const OWN = 8
const POOL = 40
/** The vocabulary is written field by field, so what stands this near is of the same field. */
const NEAR = 12
const drawNear = zipf(0.75)
const drawGeneral = zipf(1)
/** Shares of skills that anybody may have, and that fit nothing. */
const GENERAL_SHARE = 0.18
const STRAY_SHARE = 0.02

/** What the postings name across all trades, the most frequent first. */
const GENERAL =
  '沟通协调 办公软件 Excel 英语 销售 团队管理 数据分析 项目管理 Word PPT 客户关系管理 商务谈判 时间管理 写作 市场营销 普通话'.split(
    ' ',
  )

/** Skills that titles name, the most often named first. */
const namedIn = (titles: readonly string[]): string[] => {
  const times = new Map<string, number>()
  for (const title of titles) for (const skill of findSkills(title)) times.set(skill, (times.get(skill) ?? 0) + 1)
  return [...times].sort((a, b) => b[1] - a[1]).map(([skill]) => skill)
}

/** Neighbours of each skill in turn, the nearest first. */
const nearTo = (skills: readonly string[], names: readonly string[], places: ReadonlyMap<string, number>): string[] => {
  const near: string[] = []
  for (let step = 1; step <= NEAR; step++)
    for (const skill of skills) {
      const at = places.get(skill)!
      near.push(...[names[at + step], names[at - step]].filter((name) => name !== undefined))
    }
  return near
}

/** Who has no trade of their own (8-00-00-00) works beside these. */
const UNSKILLED = '6-31-05'

/** Those of the same 小类, or where they name none of the same 中类 and 大类. */
const kinSkills = (code: string, own: ReadonlyMap<string, string[]>): string[] => {
  for (const start of [code.slice(0, 7), code.slice(0, 4), code.slice(0, 1), UNSKILLED]) {
    const found = [...own].flatMap(([other, skills]) => (other.startsWith(start) ? skills.slice(0, 3) : []))
    if (found.length > 0) return [...new Set(found)]
  }
  return []
}

/** For every trade what its jobs ask for and its people know. */
export function skillPools(trades: readonly Named[]): Map<string, SkillPool> {
  const names = skillNames()
  const places = new Map(names.map((name, at) => [name, at]))
  const own = new Map(
    trades.map(({ code, titles }) => {
      const texts = [occupation(code)?.name ?? '', ...titles.slice(0, SEARCHED)]
      return [code, namedIn(texts).slice(0, OWN)]
    }),
  )
  return new Map(
    trades.map(({ code }) => {
      const named = own.get(code) ?? []
      const kin = kinSkills(code, own).slice(0, OWN)
      const near = nearTo(named.length > 0 ? named : kin, names, places)
      return [code, [...new Set([...named, ...near.slice(0, POOL / 2), ...kin, ...near])].slice(0, POOL)]
    }),
  )
}

/** Draws skills for one record of a trade. */
export function makeSkillDraw(): (dice: Dice, pool: SkillPool, count: number) => string[] {
  const all = skillNames()
  const drawOne = (dice: Dice, pool: SkillPool): string => {
    const share = dice.roll()
    if (share < STRAY_SHARE) return all[dice.below(all.length)]!
    if (share < STRAY_SHARE + GENERAL_SHARE) return GENERAL[drawGeneral(dice, GENERAL.length)]!
    return pool[drawNear(dice, pool.length)]!
  }
  return (dice, pool, count) => distinct(count, () => drawOne(dice, pool))
}
