import { spellingAt } from './skill-index.ts'

/** A skill named in a text; `start` and `end` are offsets in UTF-16 units, end excluded. */
export type SkillFound = { name: string; start: number; end: number }

type Candidate = SkillFound & { word: string; isGuarded: boolean }

/** Lower case and half width, one unit for one, so that offsets stay those of the text given. */
const fold = (text: string): string => {
  const narrow = text.replace(/[！-～]/g, (char) => String.fromCodePoint((char.codePointAt(0) ?? 0) - 0xfee0))
  const lower = narrow.toLowerCase()
  return lower.length === text.length ? lower : narrow.replace(/[A-Z]/g, (char) => char.toLowerCase())
}

const REFUSED =
  /(?:不需要?|无需|无须|不要求|不用|不必|不会|不懂|并非|不限)(?:会|懂|掌握|有|熟悉|具备|使用|了解|做|任何|精通|编写|学习)*$/

const isRefused = (text: string, start: number): boolean => REFUSED.test(text.slice(Math.max(0, start - 10), start))

const readCandidates = (text: string): Candidate[] => {
  const candidates: Candidate[] = []
  for (let at = 0; at < text.length;) {
    const found = spellingAt(text, at)
    const { name, isGuarded } = found?.spelling ?? { name: '', isGuarded: false }
    const end = found?.end ?? at + 1
    if (name && !isRefused(text, at)) candidates.push({ name, isGuarded, word: text.slice(at, end), start: at, end })
    at = end
  }
  return candidates
}

const LISTED = /^[\s、,，/|;；&+]{1,3}$|^\s?(?:和|与|及|或|and|or)\s?$/
const USED_BEFORE =
  /(?:熟练|熟悉|精通|掌握|使用|运用|操作|了解|擅长|懂|会用|会)(?:使用|操作|运用|应用|常用|的)?[\s:：]?$/
const USED_AFTER = /^\s?(?:软件|语言|编程|开发|工具|框架|技术|系统|操作|等软件)/

const isListed = (text: string, left: Candidate | undefined, right: Candidate | undefined): boolean =>
  left !== undefined && right !== undefined && LISTED.test(text.slice(left.end, right.start))

const isBacked = (text: string, candidates: readonly Candidate[], at: number): boolean => {
  const candidate = candidates[at]!
  return (
    text.trim() === candidate.word ||
    USED_BEFORE.test(text.slice(Math.max(0, candidate.start - 7), candidate.start)) ||
    USED_AFTER.test(text.slice(candidate.end, candidate.end + 4)) ||
    isListed(text, candidates[at - 1], candidate) ||
    isListed(text, candidate, candidates[at + 1])
  )
}

const DRAWING = new Set([
  'Photoshop',
  'CorelDRAW',
  'InDesign',
  'Premiere',
  'After Effects',
  'Sketch',
  'Axure',
  'AutoCAD',
])

/** AI in a list of drawing programs is Illustrator. */
const nameOf = (candidates: readonly Candidate[], at: number): string => {
  const { word, name } = candidates[at]!
  const isAmongDrawing = [candidates[at - 1], candidates[at + 1]].some((other) => other && DRAWING.has(other.name))
  return word === 'ai' && isAmongDrawing ? 'Illustrator' : name
}

/** Every mention of a skill, in order; what the text refuses (不需要会英语) is left out. */
export const locateSkills = (given: string): SkillFound[] => {
  const text = fold(given)
  const candidates = readCandidates(text)
  return candidates.flatMap(({ start, end, isGuarded }, at) =>
    isGuarded && !isBacked(text, candidates, at) ? [] : [{ name: nameOf(candidates, at), start, end }],
  )
}

/** Canonical names without repetition, in order of appearance. @example findSkills('会js和ps') // ['JavaScript', 'Photoshop'] */
export const findSkills = (text: string): string[] => [...new Set(locateSkills(text).map(({ name }) => name))]
