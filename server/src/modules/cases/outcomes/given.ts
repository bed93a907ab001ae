import { type Plain, readValue } from '@renshu/policy'
import type { Commanding } from '../../registry/index.ts'
import { fail } from '../errors.ts'
import { WHO } from '../forms/drafts.ts'
import type { Desk, ReachedIn } from '../ports.ts'

/** What an outcome takes along: values of the fields its definition names. */
export type With = Readonly<Record<string, Plain>>

export const textOf = (value: Plain | undefined): string | undefined =>
  typeof value === 'string' && value ? value : undefined
export const listOf = (value: Plain | undefined): string[] =>
  Array.isArray(value) ? value.filter((each) => typeof each === 'string') : []
export const countOf = (value: Plain | undefined): number | null => (typeof value === 'number' ? value : null)
export function fenOf(value: Plain | undefined): number | null {
  const money = value === undefined ? undefined : readValue({ is: 'money' }, value)
  return typeof money === 'object' && 'n' in money && money.d === 1n ? Number(money.n) : null
}

/** As whom a module carries out an outcome: who took the step, or nobody where the clock did. */
export const commandingOf = ({ tx, city, now, newId, cities, secrets }: Desk, { actor }: ReachedIn): Commanding => ({
  tx,
  city,
  now,
  newId,
  cities,
  secrets,
  actor: { personId: actor === 'clock' ? null : actor },
})

/** The district that decided; null where the city did. */
export const districtOf = ({ decision }: ReachedIn): string | null => (decision === 'city' ? null : decision)

/** @throws cases.wrongApplicant where no organisation applied: what is given is nobody else's */
export function firmOf({ language = 'zh' }: Desk, { applicant: { organisation } }: ReachedIn): string {
  if (!organisation) throw fail.wrongApplicant({ who: WHO.organisation[language] })
  return organisation
}

/** @throws cases.wrongApplicant where no person applied */
export function personOf({ language = 'zh' }: Desk, { applicant: { person } }: ReachedIn): string {
  if (!person) throw fail.wrongApplicant({ who: WHO.person[language] })
  return person
}
