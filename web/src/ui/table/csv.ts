import type { Column } from './columns.ts'

/** Spreadsheets run cells that begin like a formula: an apostrophe makes them text. */
const harmless = (text: string) => (/^[=+\-@\t\r]/.test(text) && Number.isNaN(Number(text)) ? `'${text}` : text)
const cell = (value: string | number | null): string => {
  const text = harmless(value === null ? '' : String(value))
  return /[",\n\r]/.test(text) ? `"${text.replaceAll('"', '""')}"` : text
}

/** Rows as CSV with CRLF and a byte order mark, which Excel needs to read Chinese. */
export function csvOf<T>(columns: readonly Column<T>[], rows: readonly T[]): string {
  const kept = columns.filter(({ plain }) => plain)
  const lines = [kept.map(({ title }) => cell(title)), ...rows.map((row) => kept.map(({ plain }) => cell(plain!(row))))]
  return `\uFEFF${lines.map((line) => `${line.join(',')}\r\n`).join('')}`
}
