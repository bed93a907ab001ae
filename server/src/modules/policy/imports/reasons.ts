import type { Language } from '../../../platform/http/index.ts'

const REASONS = {
  'row.broken': { zh: '这一行无法拆开', en: 'the row cannot be taken apart' },
  'subject.missing': { zh: '没有信用代码，也没有身份证号', en: 'neither credit code nor resident id' },
  'subject.unknown': { zh: '平台上没有这个单位或这个人', en: 'no such organisation or person here' },
  'subject.otherDistrict': { zh: '不在您的辖区', en: 'outside your district' },
  'subject.notYours': { zh: '您没有登记个人数据的职责', en: 'your duties do not cover data of people' },
  'subject.own': { zh: '涉及您本人或您所在的单位，按回避规定不能登记', en: 'concerns yourself or your organisation' },
  'record.unknown': {
    zh: '没有政策用到这个记录，或平台自己掌握它',
    en: 'no policy asks for it, or the platform knows it',
  },
  'value.wrong': { zh: '值的类型或选项不对', en: 'not a value of the type, or not an option' },
  'day.unreadable': { zh: '读不出日期', en: 'the day cannot be read' },
  'day.future': { zh: '日期晚于今天', en: 'the day is later than today' },
  'source.missing': { zh: '没有写来源', en: 'no source is given' },
} as const satisfies Record<string, Record<Language, string>>
export type RejectReason = keyof typeof REASONS

export const explainReject = (reason: string, language: Language): string =>
  reason in REASONS ? REASONS[reason as RejectReason][language] : reason
