import type { Language } from '../../../platform/http/index.ts'

/** Why a row of a register is sent back, in words that say what to mend. */
const REASONS = {
  'row.broken': { zh: '这一行读不出来', en: 'this row cannot be read' },
  'name.missing': { zh: '没有单位名称', en: 'no name' },
  'name.tooLong': { zh: '单位名称超过120个字', en: 'the name is longer than 120 characters' },
  'value.tooLong': { zh: '内容太长', en: 'the value is too long' },
  'creditCode.missing': { zh: '没有统一社会信用代码', en: 'no unified social credit code' },
  'creditCode.wrong': {
    zh: '统一社会信用代码位数、字符或校验位不对',
    en: 'the unified social credit code has a wrong length, character or check digit',
  },
  'creditCode.elsewhere': {
    zh: '这个代码已登记在其他区市',
    en: 'this code is registered in another district',
  },
  'creditCode.ownCase': {
    zh: '您是这家单位的成员，按回避规定由别人导入',
    en: 'you belong to this organisation; somebody else imports it',
  },
  'district.unknown': { zh: '看不出属于本市哪个区市', en: 'not clear which district of the city it belongs to' },
  'district.other': { zh: '不属于您管辖的区市', en: 'outside the district in your charge' },
  'period.missing': { zh: '许可或备案没有起始日期', en: 'the licence or filing has no first day' },
  'period.wrong': { zh: '有效期的日期读不出或先后颠倒', en: 'the dates of validity cannot be read or are reversed' },
  'types.missing': {
    zh: '备案没有写明业态，或所写业态要另外的许可',
    en: 'the filing names no business type, or types that need another licence',
  },
  'number.taken': { zh: '证号已登记在另一家单位', en: 'the number is registered for another organisation' },
} as const

export type Reason = keyof typeof REASONS

/** @example explainReason('name.missing', 'zh') // 没有单位名称 */
export const explainReason = (reason: string, language: Language): string =>
  REASONS[reason as Reason]?.[language] ?? reason
