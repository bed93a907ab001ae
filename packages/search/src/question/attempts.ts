import type { Question, Wish } from '../types.ts'
import { type Group, groupsOf, type Tools } from './groups.ts'
import { respell } from './spelling.ts'
import { readWish } from './wish.ts'

/** One way of reading a question; the first that finds something is answered. */
export type Attempt = {
  groups: readonly Group[]
  /** Half of the words suffice. */
  loose: boolean
  /** Wishes must hold; otherwise they only rank. */
  strict: boolean
  /** The words, where they were spelled anew. */
  spelled: string | null
}
export type Reading = {
  wishes: readonly Wish[]
  attempts: readonly (() => Attempt)[]
  respelled: () => string | undefined
}

/** No question needs more; what a person pastes may be a whole page. */
const LONGEST_QUESTION = 200

/**
 * The ways to read a question, the most faithful first: as typed, spelled anew, without insisting on wishes, and with
 * half of the words. Each is worked out only when it is needed.
 */
export function readQuestion({ text = '', verbatim = [] }: Question, tools: Tools): Reading {
  const typed = text.slice(0, LONGEST_QUESTION)
  const { words, wishes } = tools.parts.wishes ? readWish(typed, verbatim) : { words: typed, wishes: [] }
  const plainWords = words.normalize('NFKC').toLowerCase()
  const respelled = once(() => (tools.parts.spelling ? respell(plainWords, tools) : undefined))
  const faithful = once(() => groupsOf(plainWords, tools))
  const corrected = once(() => groupsOf(respelled() ?? '', tools))
  const looseGroups = once(() => groupsOf(respelled() ?? plainWords, tools, true))
  const both = (strict: boolean): (() => Attempt)[] => [
    () => ({ groups: faithful(), loose: false, strict, spelled: null }),
    () => ({
      groups: respelled() === undefined ? NOTHING : corrected(),
      loose: false,
      strict,
      spelled: respelled() ?? null,
    }),
  ]
  const halves = [true, false].map((strict) => () => ({
    groups: looseGroups(),
    loose: true,
    strict,
    spelled: respelled() ?? null,
  }))
  const hasWishes = wishes.length > 0
  return {
    wishes,
    respelled,
    attempts: hasWishes ? [...both(true), ...both(false), ...halves] : [...both(true), ...halves.slice(0, 1)],
  }
}

/** A group that no record answers. */
const NOTHING: readonly Group[] = [{ text: '', variants: [] }]

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
