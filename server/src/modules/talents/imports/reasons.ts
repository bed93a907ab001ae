import { isRejectReason, reasonMessage } from '@renshu/intake'
import type { Language } from '../../../platform/http/index.ts'
import type { ConsentProblem } from './consent-columns.ts'

export type RowProblem = ConsentProblem | 'name.missing' | 'phone.unreadable' | 'id.unreadable' | 'source.repeated'

const WORDS: Record<RowProblem, Record<Language, string>> = {
  'consent.missing': { zh: '没有本人同意的日期', en: 'no day on which the person agreed' },
  'consent.unreadable': { zh: '同意日期看不懂，请写成 2026-03-01', en: 'not a day; write it as 2026-03-01' },
  'consent.termMissing': { zh: '没有同意的期限，或早于同意日期', en: 'no term of the consent, or one before its day' },
  'consent.future': { zh: '同意日期在今天之后', en: 'the day of consent lies after today' },
  'consent.ended': { zh: '同意已经到期', en: 'the consent has ended' },
  'name.missing': { zh: '没有姓名', en: 'no name' },
  'phone.unreadable': { zh: '手机号不正确', en: 'not a mobile number' },
  'id.unreadable': { zh: '证件号码不正确', en: 'not a resident id' },
  'source.repeated': { zh: '同一个人在表里出现两次', en: 'this person stands twice in the table' },
}

const isOwn = (reason: string): reason is RowProblem => reason in WORDS

export const explainRow = (reason: string, language: Language): string =>
  isOwn(reason) ? WORDS[reason][language] : isRejectReason(reason) ? reasonMessage(reason, language) : reason
