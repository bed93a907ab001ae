import type { Names } from '@renshu/contracts'
import { type Field, typeOfField } from '@renshu/cases'
import { type Plain, readValue, showValue } from '@renshu/policy'
import type { City } from '../../../city/index.ts'
import type { CaseRow } from '../tables.ts'

/** A value for people, in Chinese: options are the definition's own words. */
export function shownOf(field: Field, value: Plain, city?: City): string {
  if (field.type === 'district') return placeOf(String(value), city).name.zh
  const type = typeOfField(field)
  const read = type && readValue(type, value)
  return type && read !== undefined ? showValue(type, read) : String(value)
}

const WHOLE: Names = { zh: '全市', en: 'The whole city' }

/** A district, or `city`, with its name. */
export function placeOf(code: string, city: City | undefined): { code: string; name: Names } {
  if (code === 'city') return { code, name: WHOLE }
  const found = city?.districts.find((one) => one.code === code)
  return { code, name: found?.name ?? { zh: code, en: code } }
}

export const labelOf = (field: Field): Names => field.label ?? { zh: field.name, en: field.question.en }

/** `18,775.79`, or `12个月`; null where nothing is given. */
export function showAmount({ fen, months }: Pick<CaseRow, 'fen' | 'months'>): string | null {
  if (months !== null) return showValue({ is: 'months' }, readValue({ is: 'months' }, months)!)
  return fen === null ? null : showValue({ is: 'money' }, readValue({ is: 'money' }, { fen })!)
}
