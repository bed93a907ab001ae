import { useEffect, useState } from 'react'
import type { FormState } from '../form/use-form.ts'

type Values = Record<string, unknown>

/** The fields that were changed against what was read. */
export const changedOf = <T extends Values>(before: T, values: Values): (keyof T & string)[] =>
  Object.keys(before).filter((field) => values[field] !== before[field])

/** The fields that somebody else changed and that were not touched here. */
export const followedOf = <T extends Values>(before: T, now: T, values: Values): (keyof T & string)[] =>
  Object.keys(before).filter((field) => values[field] === before[field] && now[field] !== before[field])

/**
 * Where a record is read again while its form is open, fields that were not touched follow it and what was typed
 * stays. Gives the values that what is typed is compared with.
 */
export function useFollowing<T extends Values>(form: FormState, now: T, version: number): T {
  const [before, setBefore] = useState(now)
  useEffect(() => {
    for (const field of followedOf(before, now, form.values)) form.set(field, now[field])
    setBefore(now)
    // Only another version of the record is followed, not what is typed.
  }, [version])
  return before
}
