import type { CaseChoice, CaseFile, FieldValue, ServiceField } from '@renshu/contracts'
import { answerOf, typedOf } from '../../form/answers.ts'
import type { CaseDesk, Step } from '../case-desk.ts'

type Values = Record<string, unknown>

/** Names of the form's fields for what a step asks; keys of services may be anything. */
export const fieldName = (key: string) => `given.${key}`
export const paperName = (id: string) => `paper.${id}`
export const choiceName = (key: string) => `resolve.${key}`
/** That the card of who stands there was checked. */
export const CHECKED = 'checked'
export const keepName = (key: string) => `keep.${key}`

/** Whose statements a side may state again. */
const SAYS = { applicant: 'applicant', office: 'officer' } as const

/** What stands in the form of a step at first: what this side has said and handed in before, to be put right. */
export function valuesOfStep(
  { facts, papers }: Pick<CaseFile, 'facts' | 'papers'>,
  { needs, onBehalf }: CaseChoice,
  side: CaseDesk['side'],
): Values {
  const speaks = onBehalf ? 'applicant' : side
  // What is shown with stars only has to be said again, else the stars would be sent.
  const said = facts.filter(
    ({ key, source, masked }) => source === SAYS[speaks] && !masked && needs.fields.includes(key),
  )
  const given = speaks === 'applicant' ? papers.filter(({ paper, file }) => file && needs.papers.includes(paper)) : []
  return Object.fromEntries([
    ...said.map(({ key, type, value }) => [fieldName(key), typedOf(type, value)]),
    ...given.flatMap(({ paper, file }) => [
      [paperName(paper), file!.id],
      [`${paperName(paper)}Names`, { [file!.id]: file!.name }],
    ]),
  ])
}

interface Words {
  required: string
  choose: string
}
const isNothing = (value: unknown) => value === undefined || value === null || value === ''

/** What is still missing for a step, by the field that asks it. */
export function problemsOfStep(
  { needs, onBehalf }: CaseChoice,
  values: Values,
  { required, choose }: Words,
): Record<string, string> {
  const missing = (name: string, word: string): [string, string][] => (isNothing(values[name]) ? [[name, word]] : [])
  return Object.fromEntries([
    ...needs.fields.flatMap((key) => missing(fieldName(key), required)),
    ...needs.papers.flatMap((id) => missing(paperName(id), required)),
    ...needs.differences.flatMap(({ key }) =>
      values[choiceName(key)] === 'keep' ? missing(keepName(key), required) : missing(choiceName(key), choose),
    ),
    ...(needs.reasons.length ? missing('reason', choose) : []),
    ...(needs.words ? missing('words', required) : []),
    ...(onBehalf && values[CHECKED] !== true ? [[CHECKED, required] as const] : []),
  ])
}

/** Kinds of the fields of a service, by key. */
export type FieldTypes = Readonly<Record<string, ServiceField['type']>>

const givenOf = (types: FieldTypes, { needs }: CaseChoice, values: Values): Record<string, FieldValue | null> =>
  Object.fromEntries(needs.fields.map((key) => [key, answerOf(types[key] ?? 'text', values[fieldName(key)])]))

type Resolution = NonNullable<Step['resolve']>[string]

/** What becomes of facts that are no longer as their records say. */
export const resolveOf = ({ needs }: CaseChoice, values: Values): NonNullable<Step['resolve']> =>
  Object.fromEntries(
    needs.differences.flatMap(({ key, now }): [string, Resolution][] => {
      if (values[choiceName(key)] === 'keep') return [[key, { keep: String(values[keepName(key)] ?? '') }]]
      return values[choiceName(key)] === 'take' && now !== null ? [[key, { take: now }]] : []
    }),
  )

export interface StepOf {
  file: Pick<CaseFile, 'n'>
  choice: CaseChoice
  types: FieldTypes
}

/** The body of a step as it stands in the form. `command`: an id made by the caller for this try. */
export function bodyOfStep({ file, choice, types }: StepOf, values: Values, command: string): Step {
  const { needs, onBehalf } = choice
  const [reason, words] = [String(values['reason'] ?? ''), String(values['words'] ?? '').trim()]
  return {
    step: choice.step,
    expected: file.n,
    command,
    ...(onBehalf && { checked: 'idCard' as const }),
    ...(needs.fields.length > 0 && { given: givenOf(types, choice, values) }),
    ...(needs.papers.length > 0 && {
      papers: Object.fromEntries(needs.papers.map((id) => [id, { file: String(values[paperName(id)]) }])),
    }),
    ...((reason || words) && { reason: { ...(reason && { id: reason }), ...(words && { words }) } }),
    ...(needs.seen !== null && { seen: needs.seen }),
    ...(needs.differences.length > 0 && { resolve: resolveOf(choice, values) }),
  }
}
