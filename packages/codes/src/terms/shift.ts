import { vocabulary } from './vocabulary.ts'

export const SHIFTS = ['day', 'night', 'twoShift', 'threeShift', 'rotating', 'flexible'] as const
export type Shift = (typeof SHIFTS)[number]

const TABLE = vocabulary<Shift>(
  [
    {
      code: 'day',
      zh: '白班',
      en: 'day shift',
      words:
        '白班 长白班 常白班 全白班 正常班 行政班 早班 日班 朝九晚五 朝九晚六 早九晚五 早九晚六 朝八晚五 早八晚五 早八晚六 朝9晚5 朝9晚6 早9晚6 白班和夜班',
    },
    {
      code: 'night',
      zh: '夜班',
      en: 'night shift',
      words: '夜班 晚班 长夜班 大夜班 常夜班 通宵班 通宵 夜间 白班和夜班',
    },
    {
      code: 'twoShift',
      zh: '两班倒',
      en: 'two shifts',
      words: '两班倒 两班 两班制 二班倒 二班制 两班轮换 双班倒 两班运转 12小时两班倒 白夜两班 2班倒 两班两倒 早晚两班',
    },
    {
      code: 'threeShift',
      zh: '三班倒',
      en: 'three shifts',
      words:
        '三班倒 三班 三班制 三班两运转 三班二运转 三班两倒 四班三运转 四班三倒 四班两运转 四班两倒 四班二运转 五班三倒 3班倒 三班运转 三班轮换 三运转 早中晚班 早中晚三班 早中夜班',
    },
    {
      code: 'rotating',
      zh: '倒班',
      en: 'rotating shifts',
      words: '倒班 轮班 翻班 轮值 排班 白夜班 白夜班倒 早晚班 轮班制 排班制 倒班制 轮岗轮班',
    },
    {
      code: 'flexible',
      zh: '弹性',
      en: 'flexible hours',
      words:
        '弹性 弹性工作 弹性上班 弹性上下班 弹性工作制 弹性时间 时间自由 时间灵活 自由排班 工作时间自由 不坐班 灵活排班 不打卡',
    },
  ],
  // An allowance for nights does not say that this job has them; 排班 as a duty is not working in shifts.
  '夜班补贴 夜班津贴 夜班补助 晚班补贴 夜班费 倒班补贴 倒班津贴 负责排班 员工排班 人员排班 排班管理 弹性福利 弹性体检 弹性薪酬 夜间配送',
)

export const shiftName = TABLE.name

/** 无夜班 and 不上夜班 are not night work. @example readShifts('三班两运转') // ['threeShift'] */
export const readShifts = TABLE.find
