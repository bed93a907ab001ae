import { isRejectReason, reasonMessage } from '@renshu/intake'
import type { Language } from '../../../platform/http/index.ts'
import { explainWhy, isWhy } from '../screening/why.ts'
import type { LastDayProblem } from './candidate.ts'
import type { EmployerProblem } from './employers.ts'

const OWN: Record<EmployerProblem | LastDayProblem, Record<Language, string>> = {
  'employer.noMandate': {
    zh: '这家单位没有委托贵机构发布岗位，或不在名录里；请先由它在“委托”里授权招聘',
    en: 'this employer gave no mandate for recruiting, or is not in the register; it has to give one first',
  },
  'employer.ambiguous': {
    zh: '委托贵机构的单位里有几家叫这个名字，请逐个发布',
    en: 'several clients have this name; post for each of them by hand',
  },
  'validUntil.unreadable': {
    zh: '读不懂截止日期，请写成 2026-12-31 这样的日期；没有截止日期就空着',
    en: 'the last day is not understood; write it like 2026-12-31, or leave it empty',
  },
  'validUntil.past': {
    zh: '截止日期要在今天之后；仍在招请改成以后的日期',
    en: 'the last day lies after today; set a later one if you are still looking',
  },
  'validUntil.tooFar': {
    zh: '截止日期不能超过一年，请改成一年之内的日期',
    en: 'the last day lies within a year from today; set an earlier one',
  },
  'employer.changed': {
    zh: '这个编号的岗位原来是另一家单位的，请换一个编号',
    en: 'the posting of this number is of another employer; use another number',
  },
}

const isOwn = (reason: string): reason is keyof typeof OWN => Object.hasOwn(OWN, reason)

/** Why a row was sent back, as a phrase: what `renshu inspect` says of it, or what may not be published. */
export function explainReject(reason: string, language: Language): string {
  if (isOwn(reason)) return OWN[reason][language]
  return isRejectReason(reason)
    ? reasonMessage(reason, language)
    : isWhy(reason)
      ? explainWhy(reason, language)
      : reason
}
