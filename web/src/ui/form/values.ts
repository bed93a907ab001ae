import type { Route } from '@renshu/contracts'
import type { TFunction } from 'i18next'
import { isEmpty, issueText } from './issue-text.ts'

type Schema = NonNullable<Route['body']>
export type Shape = Record<string, Schema | undefined>

/** The schemas of the fields of a route's body. */
export const shapeOf = ({ body }: Route): Shape => (body && 'shape' in body ? (body.shape as Shape) : {})

export const accepts = (schema: Schema | undefined, value: unknown): boolean =>
  schema?.safeParse(value).success ?? false

/** Texts pasted from files bring characters nobody sees and no server takes; line breaks and tabs stay. */
export const withoutControls = (text: string): string => text.replaceAll(/[^\P{Cc}\n\r\t]/gu, '')

/** An emptied field is sent as empty text or null where the contract allows it, so that a change can clear it. */
function valueOf(typed: unknown, schema: Schema | undefined): unknown {
  const value = typeof typed === 'string' ? withoutControls(typed) : typed
  if (value !== '' || accepts(schema, '')) return value
  if (accepts(schema, null)) return null
  return accepts(schema, undefined) ? undefined : value
}

/** The body to send for what stands in the fields; what the contract does not know (names of files) stays here. */
export const bodyOf = (values: Record<string, unknown>, shape: Shape): Record<string, unknown> =>
  Object.fromEntries(
    Object.entries(values)
      .filter(([name]) => name in shape)
      .map(([name, value]) => [name, valueOf(value, shape[name])] as const)
      .filter(([, value]) => value !== undefined),
  )

/** What the contract says against a body, by the name of the field. */
export function problemsOf(
  { body: schema }: Route,
  body: Record<string, unknown>,
  required: readonly string[],
  t: TFunction<'ui'>,
): Record<string, string> {
  const missing = required.filter((name) => isEmpty(body[name])).map((name) => [name, t('form.required')])
  const parsed = schema?.safeParse(body)
  const issues = parsed?.error?.issues ?? []
  const wrong = issues.map((issue) => {
    const name = String(issue.path[0] ?? '')
    return [name, issueText(t, issue, body[name])]
  })
  return Object.fromEntries([...wrong, ...missing]) as Record<string, string>
}
