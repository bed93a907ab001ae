import type { RawRow } from '../files/source.ts'
import type { TextLine } from './lines.ts'

type Json = string | number | boolean | null | Json[] | { [key: string]: Json }

const isScalar = (value: Json): value is string | number | boolean | null => value === null || typeof value !== 'object'

/** Writes a value of any depth into cells: `{salary:{min:1}}` becomes the column `salary.min`, a list stays JSON. */
const flatten = (name: string, value: Json, cells: Record<string, string>): void => {
  if (value === null || value === '') return
  if (isScalar(value)) {
    const text = String(value).trim()
    if (text) cells[name] = text
    return
  }
  if (Array.isArray(value)) {
    if (value.length > 0) cells[name] = JSON.stringify(value)
    return
  }
  for (const [key, inner] of Object.entries(value)) flatten(`${name}.${key}`, inner, cells)
}

/** One line of JSON Lines as a row; a line that is no JSON object is a broken row. Undefined for an empty line. */
export const readJsonLine = (line: TextLine): RawRow | undefined => {
  const text = line.text.trim()
  if (text === '') return undefined
  let value: Json
  try {
    value = JSON.parse(text) as Json
  } catch {
    return { line: line.number, cells: {}, broken: { problem: 'row.notJson', text } }
  }
  if (isScalar(value) || Array.isArray(value)) {
    return { line: line.number, cells: {}, broken: { problem: 'row.notObject', text } }
  }
  const cells: Record<string, string> = {}
  for (const [key, inner] of Object.entries(value)) flatten(key.trim(), inner, cells)
  return { line: line.number, cells }
}
