import {
  division,
  divisionPath,
  EDUCATION_LEVELS,
  EMPLOYMENT_TYPES,
  type EmploymentType,
  occupation,
} from '@renshu/codes'
import type { JobsQuery, UnmetFilter } from '@renshu/contracts'
import type { Answer } from '@renshu/search'
import { payStepOf } from '../facets.ts'

/** One filter of a search, chosen or said in words. */
export type AskedFilter = Pick<UnmetFilter, 'kind' | 'code'>

/** A street counts in its district: what one street lacks tells of few. */
const districtOf = (place: string): string | undefined =>
  divisionPath(place).findLast(({ code }) => division(code)?.level !== 'street')?.code

const known = <T extends string>(codes: readonly T[], code: string): T[] => codes.filter((each) => each === code)

/** As it is counted: codes that the national tables have, pay by the step below it. */
function normal(kind: AskedFilter['kind'], code: string): string[] {
  if (kind === 'place') return [districtOf(code) ?? []].flat()
  if (kind === 'occupation') return occupation(code) ? [code] : []
  if (kind === 'pay') return [payStepOf(Number(code)) ?? []].flat()
  return kind === 'education' ? known(EDUCATION_LEVELS, code) : known<EmploymentType>(EMPLOYMENT_TYPES, code)
}

/** What a search was narrowed by, whether it was chosen or said in words, each once. */
export function filtersAsked(
  { place, occupation: chosen, pay, education, employment }: JobsQuery,
  understood: Answer['understood'],
): AskedFilter[] {
  const asked: [AskedFilter['kind'], string | undefined][] = [
    ['place', place],
    ['occupation', chosen],
    ['pay', pay === undefined ? undefined : String(pay)],
    ['education', education],
    ...(employment ?? '').split(',').map((code): ['employment', string] => ['employment', code]),
    ...understood.flatMap(({ field, code }): [AskedFilter['kind'], string][] =>
      field === 'welfare' ? [] : [[field, code]],
    ),
  ]
  const keys = asked.flatMap(([kind, code]) => (code ? normal(kind, code).map((each) => `${kind} ${each}`) : []))
  return [...new Set(keys)].map((key) => {
    const [kind, code] = key.split(' ') as [AskedFilter['kind'], string]
    return { kind, code }
  })
}
