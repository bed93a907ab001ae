import { casesFailures } from '@renshu/contracts'
import type { Refusal, RefusalCode } from '@renshu/cases'
import { AppError, throwing } from '../../platform/errors.ts'
import type { Language } from '../../platform/http/index.ts'

export const fail = throwing(casesFailures)

/** Where in what was sent a refusal lies, with its words. */
function fieldsOf({ wrong = [], papers = [], differences = [], missing = [] }: Refusal, language: Language) {
  const say = (zh: string, en: string) => ({ zh, en })[language]
  return [
    ...wrong.map(({ key, reason }) => ({ path: `given.${key}`, message: reason[language] })),
    ...papers.map((paper) => ({ path: `papers.${paper}`, message: say('请上传', 'is missing') })),
    ...differences.map(({ key }) => ({
      path: `resolve.${key}`,
      message: say('与记录不同', 'differs from its record'),
    })),
    ...missing.map((key) => ({ path: `given.${key}`, message: say('政策要用到', 'the policy needs it') })),
  ]
}

/** The failure that a refusal of the engine is answered with. */
export function refused(refusal: Refusal, language: Language): AppError {
  const failures: Record<RefusalCode, (typeof casesFailures)[RefusalCode]> = casesFailures
  return new AppError(failures[refusal.code], {}, fieldsOf(refusal, language))
}
