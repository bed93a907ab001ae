import type { RowView } from '../values/row-view.ts'

/** What a row says of somebody beside what the engine reads; empty where it says nothing. */
export type TalentWording = {
  line: number
  name: string
  /** As written. */
  phone: string
  idNumber: string
  description: string
  /** Whether the row has an id of its own: another reading of the file then gives the same. */
  hasOwnId: boolean
  /** Every cell by its column, also of columns that mean nothing here. */
  cells: Record<string, string>
}

export const talentWordingOf = (view: RowView, cells: Record<string, string>): TalentWording => ({
  line: view.line,
  name: view.first('name'),
  phone: view.first('phone'),
  idNumber: view.first('idNumber'),
  description: view
    .all('description')
    .map(({ value }) => value)
    .join('\n'),
  hasOwnId: view.first('id') !== '',
  cells,
})
