import { type Sketch, sketchSimilarity } from './sketch.ts'

/** What tells whether two postings offer the same job. */
export type Posting = {
  line: number
  employer: string
  title: string
  /** The employer's own number of the position, where the title gives one. */
  number?: string
  places: string[]
  salary?: { min?: number; max?: number }
  education?: string
  years?: number
  sketch?: Sketch
}

/** Descriptions as like as this are one text with small changes. */
const SAME_TEXT = 0.8
/** Without an employer the text has to carry the proof alone. */
const SAME_TEXT_UNNAMED = 0.9
/** Postings of one key that a new one is compared with, the latest first; keeps the work linear. */
const MAX_COMPARED = 40

/** Name of an employer or title without what varies from posting to posting: width, case, spaces, brackets, marks. */
export const plainName = (name: string): string =>
  name
    .normalize('NFKC')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}+#]/gu, '')
    .replace(/(有限责任公司|股份有限公司|有限公司|公司)$/, '')

/** The city of a code; 北京, 天津, 上海 and 重庆 are cities as provinces. */
const cityOf = (code: string): string => code.slice(0, /^(11|12|31|50)/.test(code) ? 2 : 4)

/** Same city, and where both name districts a common one. */
const placesAgree = (a: string[], b: string[]): boolean => {
  if (a.length === 0 || b.length === 0) return a.length === b.length
  return a.some((one) => b.some((other) => one.startsWith(trimCode(other)) || other.startsWith(trimCode(one))))
}

/** A code without the zeros of its lower levels: 370200 covers everything that begins with 3702. */
const trimCode = (code: string): string => code.replace(/(00){1,2}$/, '')

const lies = (code: string, areas: string[]) => areas.some((area) => code.startsWith(trimCode(area)))

/**
 * Where the work really is: a place in the title that the column does not lie in is the better word
 * (浠水县 in the title, the office in the column).
 */
export const workPlaces = (column: string[], title: string[]): string[] => {
  return title.length > 0 && !column.some((code) => lies(code, title)) ? title : column
}

/** Pay ranges that share at least half of the narrower one; unknown pay agrees with any. */
const salariesAgree = (a: Posting['salary'], b: Posting['salary']): boolean => {
  if (!a || !b) return true
  const low = Math.max(a.min ?? 0, b.min ?? 0)
  const high = Math.min(a.max ?? Infinity, b.max ?? Infinity)
  if (high === Infinity || low > high) return low <= high
  const width = (range: NonNullable<Posting['salary']>) => (range.max ?? high) - (range.min ?? low)
  return high - low >= Math.min(width(a), width(b)) * 0.5
}

const agree = <T>(a: T | undefined, b: T | undefined): boolean => a === undefined || b === undefined || a === b

/** Equal titles, or one within the other where the texts can prove the rest. */
const titlesAgree = (a: Posting, b: Posting): boolean =>
  a.title === b.title ||
  (a.sketch !== undefined && b.sketch !== undefined && (a.title.includes(b.title) || b.title.includes(a.title)))

/** The definition of "the same job posted again". */
export const isRepeat = (a: Posting, b: Posting): boolean => {
  if (a.employer !== b.employer || !titlesAgree(a, b)) return false
  if (!placesAgree(a.places, b.places) || !salariesAgree(a.salary, b.salary)) return false
  if (a.sketch && b.sketch) return sketchSimilarity(a.sketch, b.sketch) >= (a.employer ? SAME_TEXT : SAME_TEXT_UNNAMED)
  return a.employer !== '' && agree(a.number, b.number) && agree(a.education, b.education) && agree(a.years, b.years)
}

/** Only postings that share a key are compared: employer, title and city, or the rarest runs of their texts. */
const keysOf = ({ employer, title, places, sketch }: Posting): string[] => {
  const city = cityOf(places[0] ?? '')
  const texts = sketch ? Array.from(sketch.slice(0, 3), (hash) => `${employer}|${city}|${hash}`) : []
  return employer ? [`${employer}|${city}|${title}`, ...texts] : texts
}

type Group = { first: Posting; lines: number[] }

export type Repeats = {
  /** True when the posting repeats an earlier one. */
  add: (posting: Posting) => boolean
  count: () => number
  /** Lines of the largest groups. */
  groups: (limit: number) => number[][]
}

/** Collects postings in file order and finds those that repeat an earlier one. */
export const collectRepeats = (): Repeats => {
  const groups = new Map<string, Group[]>()
  const repeated = new Set<Group>()
  let count = 0
  return {
    add(posting) {
      const keys = keysOf(posting)
      const found = keys
        .flatMap((key) => groups.get(key)?.slice(-MAX_COMPARED) ?? [])
        .find((group) => isRepeat(group.first, posting))
      if (found) {
        found.lines.push(posting.line)
        repeated.add(found)
        count++
        return true
      }
      const group = { first: posting, lines: [posting.line] }
      for (const key of keys) groups.set(key, [...(groups.get(key) ?? []).slice(-MAX_COMPARED), group])
      return false
    },
    count: () => count,
    groups: (limit) =>
      [...repeated]
        .sort((a, b) => b.lines.length - a.lines.length || a.lines[0]! - b.lines[0]!)
        .slice(0, limit)
        .map((group) => group.lines.slice(0, 10)),
  }
}
