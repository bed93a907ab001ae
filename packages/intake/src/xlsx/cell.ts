import type { Workbook } from './workbook.ts'
import { spellOut } from './xml.ts'

export type Cell = { text: string; note?: 'cell.formulaWithoutValue' | 'cell.error' }

const DAY_MS = 86_400_000

/**
 * ISO date of a day number of a sheet, with the time where there is one: 45292 is 2024-01-01, 45292.5 adds 12:00:00.
 * The calendar of 1900 counts a 29 February that never was, so numbers below 61 are a day late there.
 */
export const serialToIso = (serial: number, from1904 = false): string => {
  const epoch = from1904 ? Date.UTC(1904, 0, 1) : Date.UTC(1899, 11, serial < 61 ? 31 : 30)
  const iso = new Date(epoch + Math.round(serial * 86_400) * 1000).toISOString()
  if (serial < 1) return iso.slice(11, 19)
  return Math.abs(serial * DAY_MS - Math.floor(serial) * DAY_MS) < 500
    ? iso.slice(0, 10)
    : iso.slice(0, 19).replace('T', ' ')
}

/** A number as a person wrote it: 0.30000000000000004 is 0.3, 1.38E+10 is 13800000000. */
export const numberText = (raw: string): string => {
  const value = Number(raw)
  if (!Number.isFinite(value)) return raw
  if (/^-?\d{1,21}$/.test(raw)) return raw
  const short = Number(value.toPrecision(15))
  return Number.isInteger(short) ? BigInt(short).toString() : String(short)
}

/** A cell as the file holds it: `value` is the text of its `v`, or of its runs where it holds them itself. */
export type StoredCell = { type: string; style: number; value?: string; isFormula: boolean }

const stored = (type: string, style: number, raw: string, workbook: Workbook): string => {
  if (type === 's') return workbook.strings[Number(raw)] ?? ''
  if (type === 'inlineStr') return raw
  if (type === 'str' || type === 'd') return spellOut(raw)
  if (type === 'b') return raw === '1' ? 'TRUE' : 'FALSE'
  const number = Number(raw)
  const isDate = workbook.dateStyles[style] === true
  if (isDate && raw !== '' && number >= 0 && number < 2_958_466) return serialToIso(number, workbook.from1904)
  return numberText(raw)
}

/** Text of a cell as a person sees it. A formula gives the value stored with it. */
export const readCell = ({ type, style, value, isFormula }: StoredCell, workbook: Workbook): Cell => {
  if (type === 'e') return { text: '', note: 'cell.error' }
  if (value !== undefined) return { text: stored(type, style, value, workbook) }
  return isFormula ? { text: '', note: 'cell.formulaWithoutValue' } : { text: '' }
}
