import { isRejectReason, reasonMessage } from '@renshu/intake'
import type { Language } from '../../../platform/http/index.ts'
import { explainWhy, isWhy } from '../screening/why.ts'
import type { EmployerProblem } from './employers.ts'

const EMPLOYERS: Record<EmployerProblem, Record<Language, string>> = {
  'employer.noMandate': {
    zh: '这家单位没有委托贵机构发布岗位，或不在名录里；请先由它在“委托”里授权招聘',
    en: 'this employer gave no mandate for recruiting, or is not in the register; it has to give one first',
  },
  'employer.ambiguous': {
    zh: '委托贵机构的单位里有几家叫这个名字，请逐个发布',
    en: 'several clients have this name; post for each of them by hand',
  },
  'employer.changed': {
    zh: '这个编号的岗位原来是另一家单位的，请换一个编号',
    en: 'the posting of this number is of another employer; use another number',
  },
}

const isOfEmployer = (reason: string): reason is EmployerProblem => reason in EMPLOYERS

/** Why a row was sent back, as a phrase: what `renshu inspect` says of it, or what may not be published. */
export function explainReject(reason: string, language: Language): string {
  if (isOfEmployer(reason)) return EMPLOYERS[reason][language]
  return isRejectReason(reason)
    ? reasonMessage(reason, language)
    : isWhy(reason)
      ? explainWhy(reason, language)
      : reason
}
