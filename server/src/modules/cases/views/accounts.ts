import type { CaseForm } from '@renshu/contracts'
import type { Field } from '@renshu/cases'

/** An account in the applicant's words, by its last four digits; the bank stays. */
const maskAccount = (text: string): string =>
  `**** ${text.replaceAll(/\d(?:[\d\s-]*\d)?/g, (digits) => digits.replaceAll(/\D/g, '').slice(-4))}`

/** Whether a field says where money goes: `account` is what payments read. */
export const isAccount = ({ key, record = '' }: Pick<Field, 'key' | 'record'>): boolean =>
  /^account$/i.test(key) || record.endsWith('.bankAccount')

/** A value as an officer sees it by default. */
export const maskedFor = <T>(field: Pick<Field, 'key' | 'record'>, value: T): T =>
  typeof value === 'string' && isAccount(field) ? (maskAccount(value) as T) : value

/** A form at a counter: what a record knows of accounts is the applicant's to read. */
export const maskForm = (form: CaseForm, fields: ReadonlyMap<string, Field>): CaseForm => ({
  ...form,
  fields: form.fields.map((one) => {
    const field = fields.get(one.key)
    const { known } = one
    if (!field || !known) return one
    return { ...one, known: { ...known, value: maskedFor(field, known.value), shown: maskedFor(field, known.shown) } }
  }),
})
