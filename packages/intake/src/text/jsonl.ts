import type { RawRow } from '../files/source.ts'
import type { TextLine } from './lines.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const isScalar = (value: Json): value is string | number | boolean | null => value === null || typeof value !== 'object'

/**
 * Writes a value of any depth into cells: `{salary:{min:1}}` becomes the column `salary.min`, a list stays JSON.
 * A column without a value is left empty here.
 */
const flatten = (name: string, value: Json, cells: Record<string, string>): void => {
  if (isScalar(value)) cells[name] = value === null ? '' : String(value).trim()
  else if (Array.isArray(value)) cells[name] = value.length > 0 ? JSON.stringify(value) : ''
  else for (const [key, inner] of Object.entries(value)) flatten(`${name}.${key}`, inner, cells)
}

export type JsonRow = { row: RawRow; columns: string[] }

const broken = (line: TextLine, problem: 'row.notJson' | 'row.notObject'): JsonRow => ({
  row: { line: line.number, cells: {}, broken: { problem, text: line.text.trim() } },
  columns: [],
})

/** One line of JSON Lines as a row; a line that is no JSON object is a broken row. Undefined for an empty line. */
export const readJsonLine = (line: TextLine): JsonRow | undefined => {
  const text = line.text.trim()
  if (text === '') return undefined
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return broken(line, 'row.notJson')
  }
  if (isScalar(value) || Array.isArray(value)) return broken(line, 'row.notObject')
  const all: Record<string, string> = {}
  for (const [key, inner] of Object.entries(value)) flatten(key.trim(), inner, all)
  const columns = Object.keys(all)
  const cells: Record<string, string> = {}
  for (const column of columns) if (all[column]) cells[column] = all[column]
  return { row: { line: line.number, cells }, columns }
}
