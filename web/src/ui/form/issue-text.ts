import type { Route } from '@renshu/contracts'
import type { TFunction } from 'i18next'

type Parsed = ReturnType<NonNullable<Route['body']>['safeParse']>
type Issue = NonNullable<Parsed['error']>['issues'][number]

export const isEmpty = (value: unknown): boolean =>
  value === undefined || value === null || value === '' || (Array.isArray(value) && value.length === 0)

/** What is wrong with one field, in plain words; `value` is what would be sent for it. */
export function issueText(t: TFunction<'ui'>, issue: Issue, value: unknown): string {
  if (isEmpty(value)) return t('form.required')
  if (issue.code === 'too_big') return t('form.tooBig', { most: String(issue.maximum) })
  if (issue.code === 'too_small') return t('form.tooSmall', { least: String(issue.minimum) })
  return t('form.wrong')
}
