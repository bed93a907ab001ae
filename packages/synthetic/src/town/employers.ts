import { industries } from '@renshu/codes'
import type { Dice } from '../chance/dice.ts'
import { byWeight, zipf } from '../chance/pick.ts'

export type Employer = { name: string; industry: string }
export type Employers = {
  /** @param sections 门类 the employer is most likely in */
  draw: (dice: Dice, sections: string) => Employer
  any: (dice: Dice) => Employer
}

/** 示例 says that nobody is meant. */
const MARK = '示例'
const SYLLABLES =
  '海 晨 云 禾 青 松 远 帆 泽 岚 辰 博 锦 瑞 宏 启 嘉 润 恒 盛 佳 朗 维 安 宁 广 信 诚 达 通 顺 利 华 新 元 正 和 源 林 清'.split(
    ' ',
  )
const END = '有限公司'
/** Both follow the postings: the hundred largest of 45,098 named employers have 8 % of the jobs. */
const drawRank = zipf(0.6)
const drawSection = zipf(1)
const IN_SECTIONS = 0.7

/** 门类, how many employers it has, what their names end with. Made up; 20,000 in all. */
const SECTIONS = [
  ['A', 300, '农业 渔业'],
  ['C', 5200, '机械 食品 橡胶 电子 纺织 家电 化工 车辆部件'],
  ['D', 200, '能源'],
  ['E', 1600, '建筑 装饰'],
  ['F', 3600, '商贸 百货 贸易 电子商务'],
  ['G', 1400, '物流 运输'],
  ['H', 1200, '餐饮 酒店'],
  ['I', 1600, '软件 网络科技'],
  ['J', 300, '金融服务'],
  ['K', 700, '物业 置业'],
  ['L', 1700, '企业服务 人力资源'],
  ['M', 700, '检测技术 工程设计'],
  ['N', 200, '环境'],
  ['O', 600, '家政 维修'],
  ['P', 400, '教育咨询'],
  ['Q', 200, '健康'],
  ['R', 100, '文化传媒'],
] as const

type Section = readonly Employer[]

/** Its own two syllables for each; a list longer than all pairs starts the next ending. */
const nameOf = (number: number, endings: readonly string[]): string => {
  const ending = endings[number % endings.length]!
  const pair = Math.floor(number / endings.length)
  const [first, second] = [pair % SYLLABLES.length, Math.floor(pair / SYLLABLES.length)]
  return MARK + SYLLABLES[first]! + SYLLABLES[second]! + ending + END
}

const makeSection = (letter: string, count: number, endings: readonly string[]): Section => {
  const codes = industries().filter((one) => one.code.startsWith(letter) && one.level > 1)
  return Array.from({ length: count }, (_, number) => ({
    name: nameOf(number, endings),
    industry: codes[(number * 7) % codes.length]!.code,
  }))
}

export function makeEmployers(): Employers {
  const sections = new Map(
    SECTIONS.map(([letter, count, endings]) => [letter as string, makeSection(letter, count, endings.split(' '))]),
  )
  const letters = [...sections.keys()]
  const pickLetter = byWeight(SECTIONS.map(([, count]) => count))
  const inSection = (dice: Dice, letter: string): Employer => {
    const list = sections.get(letter)!
    return list[drawRank(dice, list.length)]!
  }
  const any = (dice: Dice): Employer => inSection(dice, letters[pickLetter(dice)]!)
  return {
    any,
    draw: (dice, wanted) =>
      dice.happens(IN_SECTIONS) ? inSection(dice, wanted[drawSection(dice, wanted.length)]!) : any(dice),
  }
}
