import { readAge, readEducation, readExperience } from '@renshu/codes'

/** Clauses of running text; a range such as 3-5年 and a number such as 3.5 stay whole. */
export const clausesOf = (text: string): string[] => text.split(/[，,。；;！!\n\r]+|(?<!\d)\.|\.(?!\d)/)

const PREFERRED = /优先|更佳|加分|放宽/

const LEVELS = '小学|初中|高中|中专|中技|技校|职高|大专|专科|本科|硕士|研究生|博士'
const EDUCATION = new RegExp(
  `(?:学历|文化程度)[^，。；]{0,6}不限|不限学历|(?:${LEVELS})[^，。；]{0,8}(?:以上|学历|毕业)`,
)
const EXPERIENCE =
  /(?:\d+|[一二两三四五六七八九十]+)\s*(?:[-~—至到]\s*(?:\d+|[一二三四五六七八九十]+)\s*)?年[^，。；]{0,16}?(?:经验|经历)|经验不限|无需经验|不限经验/
const AGE =
  /年龄[^，。；]{0,14}|\d{2}\s*(?:周岁|岁)?\s*[-~—至到]\s*\d{2}\s*(?:周岁|岁)|\d{2}\s*(?:周岁|岁)\s*以[下内上]/

const firstReading = <T>(text: string, pattern: RegExp, read: (fragment: string) => T | undefined): T | undefined => {
  if (!pattern.test(text)) return undefined
  for (const clause of clausesOf(text)) {
    const fragment = PREFERRED.test(clause) ? undefined : pattern.exec(clause)?.[0]
    const reading = fragment === undefined ? undefined : read(fragment)
    if (reading !== undefined) return reading
  }
  return undefined
}

/** Minimum education a description asks for ("大专以上学历"); what is only preferred does not count. */
export const educationAsked = (text: string) =>
  firstReading(text, EDUCATION, (fragment) => {
    const reading = readEducation(fragment)
    return reading.kind === 'level' ? reading.level : undefined
  })

/** Minimum years of experience a description asks for ("3年以上相关工作经验"). */
export const yearsAsked = (text: string) =>
  firstReading(text, EXPERIENCE, (fragment) => {
    const reading = readExperience(fragment)
    return reading.kind === 'years' ? reading.min : undefined
  })

/** Age a description wishes for ("18-45周岁"). */
export const ageAsked = (text: string) =>
  firstReading(text, AGE, (fragment) => {
    const reading = readAge(fragment)
    if (reading.kind === 'unknown') return undefined
    return {
      ...(reading.min !== undefined && { min: reading.min }),
      ...(reading.max !== undefined && { max: reading.max }),
    }
  })
