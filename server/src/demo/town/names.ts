import type { Dice } from '../dice.ts'

/**
 * Uncommon characters, three at a time: such a name reads well and is hardly ever borne. `示例` in every description
 * says that nobody is meant.
 */
const SYLLABLES = [
  ...'霁屿砚榆澍棠舟笙垚沅朔翊樾泓槿蓁漪璟泠溯峤岫芃昀珩汀苒绥堇旻霖珞筠烨洵蔚澄郁栩鹭桉淙祺霏茉钰颢琮',
]
const SURNAMES = [
  ...'王李张刘陈杨赵黄周吴徐孙胡朱高林何郭马罗梁宋郑谢韩唐冯于董萧程曹袁邓许傅沈曾彭吕苏卢蒋蔡贾丁魏薛叶阎',
]
const GIVEN = [
  ...'伟芳娜敏静秀丽强磊军洋勇艳杰娟涛明超霞平刚桂英华玉兰飞鹏红辉玲建国庆波斌宇浩然子涵雨欣晨曦嘉怡思远文博佳琪海燕春梅晓东志远',
]
/** Road names that nearly every city has. */
const ROADS =
  '人民路 文化路 振兴路 和平路 朝阳路 迎宾路 海滨路 新华路 育才路 兴业路 长江路 黄河路 工业园路 创新路 建设路 滨河路'.split(
    ' ',
  )

const AGENCY_ENDINGS =
  '人力资源 人力资源服务 人力资源管理 劳务派遣 劳务服务 企业管理咨询 人才服务 企业服务外包 职业介绍'.split(' ')
const SCHOOL_ENDINGS = '职业中等专业学校 技工学校 职业培训学校 技师学院 职业技术学院'.split(' ')

const syllables = (dice: Dice, count: number): string => {
  const chosen = new Set<string>()
  while (chosen.size < count) chosen.add(dice.oneOf(SYLLABLES))
  return [...chosen].join('')
}

export const personName = (dice: Dice): string =>
  dice.oneOf(SURNAMES) + dice.oneOf(GIVEN) + (dice.happens(70) ? dice.oneOf(GIVEN) : '')

/** Makes names that do not come twice. */
export interface Namer {
  company: (dice: Dice, place: string, ending: string) => string
  agency: (dice: Dice, place: string) => string
  school: (dice: Dice, place: string) => string
}

export function makeNamer(): Namer {
  const taken = new Set<string>()
  const once = (make: () => string): string => {
    for (;;) {
      const name = make()
      if (!taken.has(name)) {
        taken.add(name)
        return name
      }
    }
  }
  const company: Namer['company'] = (dice, place, ending) =>
    once(() => `${place}${syllables(dice, 3)}${ending}有限公司`)
  return {
    company,
    agency: (dice, place) => company(dice, place, dice.oneOf(AGENCY_ENDINGS)),
    school: (dice, place) => once(() => `${place}${syllables(dice, 2)}${dice.oneOf(SCHOOL_ENDINGS)}`),
  }
}

/** A road, house and perhaps room in a street division: the division is real, the rest is not. */
export function addressIn(dice: Dice, district: string, street: string): string {
  const house = `${district}${street}${dice.oneOf(ROADS)}${dice.between(1, 398)}号`
  return dice.happens(60) ? `${house}${dice.between(1, 9)}号楼${dice.between(1, 26)}0${dice.between(1, 9)}室` : house
}
