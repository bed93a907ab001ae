import { vocabulary } from './vocabulary.ts'

export const EMPLOYMENT_TYPES = [
  'fullTime',
  'partTime',
  'internship',
  'temporary',
  'gig',
  'dispatch',
  'outsourced',
] as const
export type EmploymentType = (typeof EMPLOYMENT_TYPES)[number]

const TYPES = vocabulary<EmploymentType>(
  [
    {
      code: 'fullTime',
      zh: '全职',
      en: 'full-time',
      words: '全职 正式工 长期工 合同工 长期员工 正式员工 正式编制 全日制用工 直签 full-time fulltime full␣time',
    },
    {
      code: 'partTime',
      zh: '兼职',
      en: 'part-time',
      words: '兼职 非全日制 小时工 钟点工 计时工 周末工 part-time parttime part␣time',
    },
    {
      code: 'internship',
      zh: '实习',
      en: 'internship',
      words: '实习 实习生 见习 见习生 见习岗 顶岗实习 internship intern',
    },
    {
      code: 'temporary',
      zh: '临时',
      en: 'temporary',
      words: '临时 临时工 短期工 短期 暑假工 暑期工 寒假工 寒暑假工 假期工 季节工 季节性 短工 temporary temp',
    },
    { code: 'gig', zh: '零工', en: 'gig', words: '零工 日结 日结工 散工 灵活用工 众包 自由职业 freelance' },
    { code: 'dispatch', zh: '劳务派遣', en: 'agency dispatch', words: '派遣 劳务派遣 派遣制 派遣工 劳务工' },
    { code: 'outsourced', zh: '外包', en: 'outsourced', words: '外包 劳务外包 岗位外包 项目外包 服务外包 外包制' },
  ],
  // Probation, years as a student and the word for a time limit are no kind of employment.
  '实习期 实习经验 实习经历 实习证明 见习期 短期目标 international internet internal template temperature',
)

export const employmentTypeName = TYPES.name

/** @example readEmploymentTypes('兼职/周末') // ['partTime'] */
export const readEmploymentTypes = TYPES.find
