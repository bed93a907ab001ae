/** Why an identifier is not valid; the first problem found, the plainest first. */
export type IdProblem = keyof typeof SENTENCES

/**
 * What was understood of an identifier. `born` is an ISO date. `area` is the division of today that the code leads to:
 * the district itself where its code is in force, otherwise its city, otherwise its province.
 */
export type IdReading = {
  text: string
  kind: 'creditCode' | 'residentId' | 'mobile' | 'unknown'
  valid: boolean
  reason?: IdProblem
  born?: string
  sex?: 'male' | 'female'
  area?: string
}

const SENTENCES = {
  length: { zh: '位数不对', en: 'wrong number of characters' },
  charset: { zh: '含有不允许的字符', en: 'contains characters that never occur in it' },
  masked: { zh: '已打码，无法核对', en: 'masked, so it cannot be checked' },
  checkDigit: { zh: '校验位不符，可能抄错了一位', en: 'the check digit does not fit; probably one character is wrong' },
  birthDate: { zh: '出生日期不存在或不可能', en: 'the birth date does not exist or is impossible' },
  area: { zh: '地区代码不存在', en: 'the area code has never been given' },
  authority: {
    zh: '登记管理部门或机构类别代码不存在',
    en: 'the code of the registration authority or type does not exist',
  },
  organisation: { zh: '组织机构代码（第9至17位）校验不符', en: 'the organisation code (characters 9 to 17) is wrong' },
  oldForm: { zh: '15位旧号码，2013年起停用，请提供18位号码', en: 'the old 15-digit form, out of use since 2013' },
  prefix: { zh: '不是已启用的手机号段', en: 'not a range in use for mobile numbers' },
  landline: { zh: '是固定电话或客服号码，不是手机号', en: 'a landline or service number, not a mobile' },
  foreign: { zh: '不是中国大陆的号码', en: 'not a number of mainland China' },
} as const

/** @example explainIdProblem('checkDigit', 'zh') // 校验位不符，可能抄错了一位 */
export const explainIdProblem = (problem: IdProblem, language: 'zh' | 'en'): string => SENTENCES[problem][language]

const MASK = /[*＊●]/

/** Full-width forms and blanks aside; upper case. */
export const compact = (text: string): string =>
  text
    .normalize('NFKC')
    .replaceAll(/[\s\u200b-]/g, '')
    .toUpperCase()

/** The problem of a text that cannot have the right form at all, or undefined when the form fits. */
export const problemOfForm = (value: string, length: number, allowed: RegExp): IdProblem | undefined => {
  if (MASK.test(value)) return 'masked'
  if (value.length !== length) return 'length'
  return allowed.test(value) ? undefined : 'charset'
}
