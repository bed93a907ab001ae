import { plain } from '../plain.ts'

/** One code of a small vocabulary, its names for people and the spellings it is found by (after `plain`; separated by spaces, ␣ for a space inside one). */
export type Entry<Code extends string> = { code: Code; zh: string; en: string; words: string }

export type Vocabulary<Code extends string> = {
  name: (code: Code, lang?: 'zh' | 'en') => string
  /** The codes a text names, without repetition, in the order of the table. */
  find: (text: string) => Code[]
}

/** 不上夜班, 无夜班, 非派遣: the word is denied by what stands right before it. */
const DENIED_BEFORE =
  /(?:不|无|非|没|勿|拒绝|谢绝|免|未)(?:需|要|用|必|上|有|会|安排|值|排|熬|倒|接受|想|做|愿意|招|是|提供|含|收|管|设|考虑){0,3}$/
const DENIED_AFTER = /^(?:者|人员)?(?:勿扰|勿投|勿|免谈|除外|不要|没有|不考虑)/

const isDenied = (text: string, start: number, end: number): boolean =>
  DENIED_BEFORE.test(text.slice(Math.max(0, start - 6), start)) || DENIED_AFTER.test(text.slice(end, end + 5))

const splitWords = (words: string): string[] => words.split(' ').map((word) => word.replaceAll('␣', ' '))

/**
 * Longest words first, so that 两班倒 is not also read as 倒班. `shields` are words that mean nothing here
 * and keep the shorter word inside them from being found.
 */
export const vocabulary = <Code extends string>(entries: readonly Entry<Code>[], shields = ''): Vocabulary<Code> => {
  const codesOf = new Map<string, Code[]>(splitWords(shields).map((word) => [word, []]))
  for (const { code, words } of entries) {
    for (const word of splitWords(words)) codesOf.set(word, [...(codesOf.get(word) ?? []), code])
  }
  const longest = Math.max(...[...codesOf.keys()].map((word) => word.length))
  const entryOf = new Map(entries.map((entry) => [entry.code, entry]))
  const wordAt = (text: string, at: number): string | undefined => {
    for (let length = Math.min(longest, text.length - at); length > 0; length--) {
      const word = text.slice(at, at + length)
      if (codesOf.has(word)) return word
    }
    return undefined
  }
  const find = (given: string): Code[] => {
    const text = plain(given)
    const found = new Set<Code>()
    for (let at = 0; at < text.length;) {
      const word = wordAt(text, at)
      if (word && !isDenied(text, at, at + word.length)) for (const code of codesOf.get(word) ?? []) found.add(code)
      at += word?.length ?? 1
    }
    return entries.map(({ code }) => code).filter((code) => found.has(code))
  }
  return { name: (code, lang = 'zh') => entryOf.get(code)?.[lang] ?? code, find }
}
