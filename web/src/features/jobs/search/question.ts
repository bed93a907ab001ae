import { type Education, JobsQuery } from '@renshu/contracts'
import { type Asked, type AskedName, FILTERS } from './asked.ts'

/** The sound part of an address, as the server takes it. */
export type Question = Omit<Asked, 'education' | 'sort'> & {
  readonly education?: Education
  readonly sort?: JobsQuery['sort']
}

/** What is asked of the server: what does not make sense in an address is left out, not refused. */
export function queryOf(asked: Asked): Question {
  const shape: Record<string, { safeParse: (value: unknown) => { success: boolean } }> = JobsQuery.shape
  const sound = Object.entries(asked).filter(([name, value]) => value && shape[name]?.safeParse(value).success)
  const query = Object.fromEntries(sound) as Question
  if (query.place) return query
  const { km: _, ...rest } = query
  return rest
}

/** The codes of a filter that takes several. */
export const codesOf = (value: string | undefined): readonly string[] => (value ? value.split(',') : [])

/** The filter with one code more, or without it where it was there. */
export function toggled(value: string | undefined, code: string): string | undefined {
  const codes = codesOf(value)
  const next = codes.includes(code) ? codes.filter((each) => each !== code) : [...codes, code]
  return next.join(',') || undefined
}

/**
 * Takes back what words were understood as: the words leave the box. Where they do not stand there as such, they are
 * searched as plain text from now on.
 */
export function takenBack(asked: Asked, wish: { field: string; text: string }): Asked {
  const words = asked.q ?? ''
  if (!words.includes(wish.text)) return { ...asked, verbatim: [...codesOf(asked.verbatim), wish.field].join(',') }
  const left = words.replace(wish.text, ' ').replaceAll(/\s+/g, ' ').trim()
  const { q: _, ...rest } = asked
  return left ? { ...rest, q: left } : rest
}

/** One filter changed; a place that goes takes its radius with it. */
export function changed(asked: Asked, name: AskedName, value: string | undefined): Asked {
  const { [name]: _, ...rest } = asked
  const next: Asked = value ? { ...rest, [name]: value } : rest
  if (next.place || !next.km) return next
  const { km: __, ...without } = next
  return without
}

/** What was asked with one filter less each, for those who found nothing. */
export const loosened = (asked: Asked): readonly { without: AskedName; asked: Asked }[] =>
  FILTERS.filter((name) => asked[name]).map((without) => ({ without, asked: changed(asked, without, undefined) }))
