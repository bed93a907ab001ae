import type { CaseForm } from '@renshu/contracts'
import type { Field } from '@renshu/cases'
import { isAccountRecord, maskAccount } from '../../policy/index.ts'

/** Whether a field says where money goes: `account` is what payments read. */
export const isAccount = ({ key, record = '' }: Pick<Field, 'key' | 'record'>): boolean =>
  /^account$/i.test(key) || isAccountRecord(record)

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
