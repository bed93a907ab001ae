import type { FieldValue, FormField } from '@renshu/contracts'

type Type = FormField['type']
const COUNTED = new Set<Type>(['integer', 'months', 'days'])
const isNothing = (typed: unknown) =>
  typed === '' || typed === null || typed === undefined || (Array.isArray(typed) && typed.length === 0)

/** What a field of the form holds, as the contract writes it; null where it was emptied. */
export function answerOf(type: Type, typed: unknown): FieldValue | null {
  if (isNothing(typed)) return null
  if (type === 'boolean') return typed === 'yes' ? true : typed === 'no' ? false : null
  if (COUNTED.has(type) || type === 'list') return typed as FieldValue
  const text = String(typed)
  if (type === 'money') return text.replaceAll(/[\s,，元]/g, '')
  if (type === 'ratio') return /^\s*\d+(?:\.\d+)?\s*$/.test(text) ? `${text.trim()}%` : text
  return text
}

/** What stands in the field for an answer. */
export function typedOf(type: Type, answer: FieldValue | null): unknown {
  if (answer === null) return type === 'list' ? [] : COUNTED.has(type) ? null : ''
  if (type === 'boolean') return answer === true ? 'yes' : 'no'
  if (type === 'ratio') return String(answer).replace(/%$/, '')
  return answer
}
