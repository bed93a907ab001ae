import { plain } from '../../plain.ts'
import type { Lexicon } from './lexicon.ts'

/** Numbers of postings (J10166, 职位编号：70266), which never belong to the job. */
const NUMBERS =
  /(?:职位|岗位)?编号:?\s*\w+|\b[a-z]{1,4}\d{3,}\b|^[a-z]{2,5}\d{2}-|(?<=\p{Script=Han})(?:\d+|i{1,3}|iv)?\.*$/gu
/** A space between a Latin word and a Chinese one is typography: java 开发. */
const LOOSE_SPACE = /(?<=[a-z0-9+#.])\s+(?=\p{Script=Han})|(?<=\p{Script=Han})\s+(?=[a-z0-9.+#]+\s*\p{Script=Han})/gu
const BREAKS =
  /兼(?!职)|[()[\]{}【】<>《》|、,;!?~*"'“”‘’_&·:=—•]+|\/(?!c\+\+)|(?<![a-z0-9+])\+|(?<![a-z+])\+(?=\p{Script=Han})|-+(?![a-z0-9])|(?<![a-z0-9])-+|(?<=\p{Script=Han})\s+/u

/** Words written as one, as some boards store English titles: SeniorProjectManager. JavaScript stays whole. */
const GLUED = /[A-Za-z]{12,}/g
const splitHumps = (word: string): string => word.replace(/(?<=[a-z])(?=[A-Z])|(?<=[A-Z])(?=[A-Z][a-z])/g, ' ')

/** What stands in brackets before the job is about the job: (金融)数据分析师. */
const LEADING_BRACKET = /^[([【]([^)\]】]*)[)\]】](.+)$/

/** The pieces of a title between marks and spaces, in order, in the form of `plain`. */
export const partsOf = (title: string): string[] =>
  plain(title.replace(GLUED, splitHumps))
    .replace(LEADING_BRACKET, '$2 ($1)')
    .replace(NUMBERS, ' ')
    .replaceAll('c/c++', 'c++')
    .replace(LOOSE_SPACE, '')
    .split(BREAKS)
    .map((part) => part.trim())
    .filter((part) => part !== '')

const LONGEST_MODIFIER = 6

/** The part without one modifier at its end or its beginning; undefined when there is none or nothing would be left. */
export const peel = (part: string, { modifiers }: Lexicon): string | undefined => {
  for (let size = Math.min(LONGEST_MODIFIER, part.length - 1); size > 0; size--) {
    if (modifiers.has(part.slice(0, size))) return part.slice(size).trim()
    if (modifiers.has(part.slice(-size))) return part.slice(0, -size).trim()
  }
  return undefined
}
