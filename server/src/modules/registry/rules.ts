import { division, explainIdProblem, industry, isWithin, readCreditCode } from '@renshu/codes'
import { platformFailures } from '@renshu/contracts'
import { AppError } from '../../platform/errors.ts'
import type { Actor, Language } from '../../platform/http/index.ts'
import { fail } from './errors.ts'

/** Full-width forms, blanks, hyphens and case aside, as the check reads it. */
export const plainCreditCode = (typed: string): string =>
  typed
    .normalize('NFKC')
    .replaceAll(/[\s\u200B-]/g, '')
    .toUpperCase()

/**
 * The unified social credit code in its plain form.
 * @throws registry.badCreditCode naming what is wrong
 */
export function requireCreditCode(typed: string, language: Language): string {
  const reading = readCreditCode(typed)
  if (reading.valid) return plainCreditCode(typed)
  throw fail.badCreditCode({ problem: explainIdProblem(reading.reason ?? 'charset', language) })
}

/** @throws registry.otherDistrict unless it is a district in force of this city */
export function requireDistrict(district: string, city: string): void {
  if (division(district)?.level !== 'district' || !isWithin(district, city)) throw fail.otherDistrict()
}

/** @throws platform.invalidInput for a code that GB/T 4754-2017 does not have */
export function requireIndustry(code: string | null | undefined, language: Language): void {
  if (!code || industry(code)) return
  const message = language === 'zh' ? '国民经济行业分类没有这个代码' : 'GB/T 4754-2017 has no such code'
  throw new AppError(platformFailures.invalidInput, {}, [{ path: 'body.industry', message }])
}

/** @throws registry.badPeriod */
export function requirePeriod(from: string, until: string | null): void {
  if (until !== null && until < from) throw fail.badPeriod()
}

/** Whether an officer has charge of a district; the second line is row-level security. */
export const inCharge = ({ officer }: Actor, district: string): boolean =>
  officer !== null && (officer.district === null || officer.district === district)

const DAY = 86_400_000
const dayAt = (time: number): string => new Date(time).toISOString().slice(0, 10)

/** Whether a branch was reported more than `days` natural days after its registration (人力资源市场暂行条例 art. 20). */
export const isReportedLate = (openedOn: string, reportedOn: string, days: number | undefined): boolean =>
  days !== undefined && reportedOn > dayAt(Date.parse(openedOn) + days * DAY)
