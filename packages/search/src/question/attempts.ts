import type { Question, Wish, WishField } from '../types.ts'
import { type Group, groupsOf, type Tools } from './groups.ts'
import { respell } from './spelling.ts'
import { readWish } from './wish.ts'

/** One way of reading a question; the first that finds something is answered. */
export type Attempt = {
  groups: readonly Group[]
  /** Half of the words suffice. */
  loose: boolean
  /** Fields whose wishes must hold; the others only rank. */
  strict: readonly WishField[]
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

/** What is insisted on, most first: rather another pay than another town. */
const INSISTENCE: readonly (readonly WishField[])[] = [
  ['place', 'employment', 'education', 'pay', 'welfare'],
  ['place', 'employment', 'education'],
  [],
]

/** Those of `INSISTENCE` that differ for what was wished. */
const insistenceOn = (wishes: readonly Wish[]): (readonly WishField[])[] => {
  const kept = INSISTENCE.map((fields) => fields.filter((field) => wishes.some((wish) => wish.field === field)))
  return kept.filter((fields, at) => at === 0 || fields.length < kept[at - 1]!.length)
}

/**
 * The ways to read a question, the most faithful first: as typed, spelled anew, without insisting on wishes, and with
 * half of the words. Each is worked out only when it is needed.
 */
export function readQuestion({ text = '', verbatim = [], whole = false }: Question, tools: Tools): Reading {
  const typed = text.slice(0, LONGEST_QUESTION).normalize('NFKC').toLowerCase()
  const { words, wishes } = tools.parts.wishes ? readWish(typed, verbatim) : { words: typed, wishes: [] }
  const respelled = once(() => (tools.parts.spelling ? respell(words, tools) : undefined))
  const faithful = once(() => groupsOf(words, tools))
  const corrected = once(() => (respelled() === undefined ? NOTHING : groupsOf(respelled()!, tools)))
  const loose = once(() => groupsOf(respelled() ?? words, tools, true))
  const levels = insistenceOn(wishes)
  return {
    wishes,
    respelled,
    attempts: [
      ...levels.flatMap((strict) => [
        () => ({ groups: faithful(), loose: false, strict, spelled: null }),
        () => ({ groups: corrected(), loose: false, strict, spelled: respelled() ?? null }),
      ]),
      ...(whole ? [] : levels).map((strict) => () => ({
        groups: loose(),
        loose: true,
        strict,
        spelled: respelled() ?? null,
      })),
    ],
  }
}

/** A group that no record answers. */
const NOTHING: readonly Group[] = [{ text: '', variants: [] }]

const once = <T>(make: () => T): (() => T) => {
  let made: { value: T } | undefined
  return () => (made ??= { value: make() }).value
}
