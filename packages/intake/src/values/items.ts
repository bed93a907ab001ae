/** One entry of a list; `level` is what stood in brackets behind it, e.g. `SKILLED`. */
export type Item = { text: string; level?: string }

const QUOTED = /'((?:[^'\\]|\\.)*)'|"((?:[^"\\]|\\.)*)"/g
const NAMES = ['name', 'title', 'skill', 'value', 'label', 'text', '名称']

const nameOf = (value: unknown): string => {
  if (value === null || typeof value !== 'object') return String(value ?? '')
  const record = value as Record<string, unknown>
  return String(NAMES.map((name) => record[name]).find((found) => found !== undefined) ?? '')
}

const splitList = (text: string, separators: RegExp): string[] => {
  if (!/^\[.*\]$/s.test(text)) return text.split(separators)
  try {
    const list: unknown = JSON.parse(text)
    if (Array.isArray(list)) return list.map(nameOf)
  } catch {
    // Not JSON: a list as Python prints it, with single quotes.
  }
  const quoted = [...text.matchAll(QUOTED)].map((match) => (match[1] ?? match[2] ?? '').replace(/\\(.)/g, '$1'))
  return quoted.length > 0 ? quoted : text.slice(1, -1).split(separators)
}

const LEVEL = /^(.*?)\s*[[(（]([A-Z]{3,}|精通|熟练|掌握|良好|一般|了解)[\])）]$/s

const toItem = (text: string): Item => {
  const [, name, level] = LEVEL.exec(text) ?? []
  return name && level ? { text: name, level } : { text }
}

/** Separators that never stand inside one entry. A slash does ("中技/中专"), so it needs to be asked for. */
export const LIST = /[|,，、;；\n]+/
export const LIST_OR_SLASH = /[|,，、;；\n/]+|\s+或\s*|或者/

/**
 * Entries of a list in any of the forms files have: JSON, Python's `['a', 'b[GOOD]']`, or text with separators.
 * @example readItems("['python[SKILLED]', 'mysql']") // [{ text: 'python', level: 'SKILLED' }, { text: 'mysql' }]
 */
export const readItems = (text: string, separators: RegExp = LIST): Item[] =>
  splitList(text.trim(), separators)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== '')
    .map(toItem)

/** Entries without their levels, each once. */
export const readNames = (text: string, separators: RegExp = LIST): string[] => [
  ...new Set(readItems(text, separators).map((item) => item.text)),
]
