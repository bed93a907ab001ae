import type { TableLine } from '../files/table.ts'
import { readCell, type StoredCell } from './cell.ts'
import type { Workbook } from './workbook.ts'
import { type Attributes, createRuns, type XmlVisitor } from './xml.ts'

const MAX_COLUMNS = 2_000

/** `AB12` → column 27, row 12. */
export const parseReference = (reference: string): { column: number; row: number } => {
  let column = 0
  let at = 0
  for (; at < reference.length; at++) {
    // Letters without regard to case.
    const letter = (reference.charCodeAt(at) | 32) - 96
    if (letter < 1 || letter > 26) break
    column = column * 26 + letter
  }
  return { column: column - 1, row: Number(reference.slice(at)) }
}

const beginRow = (attributes: Attributes, before: number): TableLine => {
  const stated = Number(attributes['r'] ?? Number.NaN)
  return { line: Number.isInteger(stated) && stated > before ? stated : before + 1, cells: [] }
}

const beginCell = ({ t = 'n', s = '0' }: Attributes): StoredCell => ({ type: t, style: Number(s), isFormula: false })

/** Puts the cells of each row at their positions; rows and cells without a reference follow the one before. */
export class RowVisitor implements XmlVisitor<TableLine> {
  readonly found: TableLine[] = []
  readonly #workbook: Workbook
  readonly #runs = createRuns()
  #row: TableLine | undefined
  #cell: StoredCell | undefined
  #line = 0
  #position = -1
  #isValue = false

  constructor(workbook: Workbook) {
    this.#workbook = workbook
  }

  isInside(): boolean {
    return this.#row !== undefined
  }

  line(): number {
    return this.#line + 1
  }

  open(name: string, attributes: Attributes): void {
    if (name === 'row') {
      this.#row = beginRow(attributes, this.#line)
      this.#position = -1
    } else if (name === 'c' && this.#row) {
      const { r } = attributes
      this.#position = r ? parseReference(r).column : this.#position + 1
      this.#cell = beginCell(attributes)
    } else if (this.#cell) {
      if (name === 'f') this.#cell.isFormula = true
      else if (name === 'v') this.#isValue = true
      this.#runs.open(name)
    }
  }

  close(name: string): void {
    if (name === 'row' && this.#row) {
      this.#line = this.#row.line
      this.found.push(this.#row)
      this.#row = undefined
    } else if (name === 'c' && this.#cell) {
      this.#place(this.#cell)
      this.#cell = undefined
    } else if (this.#cell) {
      this.#runs.close(name)
      if (name === 'is') this.#cell.value = this.#runs.take()
      this.#isValue = false
    }
  }

  text(piece: string): void {
    if (!this.#cell) return
    if (this.#isValue) this.#cell.value = (this.#cell.value ?? '') + piece
    else this.#runs.text(piece)
  }

  #place(stored: StoredCell): void {
    if (!this.#row || this.#position < 0 || this.#position >= MAX_COLUMNS) return
    const { text, note } = readCell(stored, this.#workbook)
    while (this.#row.cells.length < this.#position) this.#row.cells.push('')
    this.#row.cells[this.#position] = text
    if (note) (this.#row.notes ??= []).push({ position: this.#position, reason: note })
  }
}
