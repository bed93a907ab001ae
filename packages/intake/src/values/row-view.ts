import type { Columns, Field } from '../columns/fields.ts'
import type { RawRow } from '../files/source.ts'
import type { Note, NoteReason, Reject, RejectReason } from '../records/reject.ts'

/** A row seen through its fields. */
export type RowView = {
  line: number
  /** Non-empty values of the columns that feed a field, the better column first. */
  all: (field: Field) => { column: string; value: string }[]
  /** The first of them; empty when there is none. */
  first: (field: Field) => string
  /** Column that `first` came from, else the first column of the field, else empty. */
  column: (field: Field) => string
  note: (field: Field, value: string, reason: NoteReason) => Note
  reject: (field: Field | undefined, value: string, reason: RejectReason) => Reject
}

/** What people and programs write into a cell that has nothing to say. */
const BLANK = /^(无|暂无|未填|未填写|未知|空|[-—–/\\.。·…*]+|null|none|nan|n\/a|undefined)$/i

/** 无 under 经验 is an answer. */
const isBlank = (field: Field, value: string): boolean =>
  BLANK.test(value) && !(field === 'experience' && value === '无')

const SHOWN = 200

const shorten = (value: string): string => (value.length > SHOWN ? `${value.slice(0, SHOWN)}…` : value)

export const viewRow = (file: string, row: RawRow, columns: Columns): RowView => {
  const all = (field: Field) =>
    (columns.fields[field] ?? []).flatMap((column) => {
      const value = row.cells[column]
      return value === undefined || isBlank(field, value) ? [] : [{ column, value }]
    })
  const column = (field: Field): string => all(field)[0]?.column ?? columns.fields[field]?.[0] ?? ''
  const at = (column: string, value: string) => ({ file, line: row.line, column, value: shorten(value) })
  return {
    line: row.line,
    all,
    first: (field) => all(field)[0]?.value ?? '',
    column,
    note: (field, value, reason) => ({ ...at(column(field), value), reason }),
    reject: (field, value, reason) => ({ ...at(field ? column(field) : '', value), reason }),
  }
}
