import { type ReactNode, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Popover } from '../dialog/popover.tsx'
import type { Column } from './columns.ts'
import { walkRows } from './row-keys.ts'
import { useVisibleRows } from './visible-rows.ts'

interface DataTableProps<T> {
  /** What the table shows; read aloud before it. */
  caption: string
  columns: readonly Column<T>[]
  rows: readonly T[]
  rowKey: (row: T) => string
  /** The order in force and how to change it. */
  sort?: string | undefined
  onSort?: (sort: string) => void
  chosen?: string | null
  /** Below the rows, inside the frame: how many there are, more of them. */
  foot?: ReactNode
}

/** A table: sorted by its heads, walked by arrow keys, drawn only where it is seen; cards on phones. */
export function DataTable<T>({ caption, columns, rows, rowKey, sort, onSort, chosen, foot }: DataTableProps<T>) {
  const frame = useRef<HTMLDivElement>(null)
  const { from, to, height } = useVisibleRows(frame, rows.length)
  return (
    <div
      ref={frame}
      className={rows.length > 12 ? 'table-frame tall' : 'table-frame'}
      role="region"
      aria-label={caption}
      tabIndex={0}
    >
      <table className={height > 0 ? 'table even' : 'table'} role="table" aria-rowcount={rows.length + 1}>
        <caption className="unseen">{caption}</caption>
        <thead role="rowgroup">
          <tr role="row">
            {columns.map((column) => (
              <HeadCell key={column.key} column={column} sort={sort} onSort={onSort} />
            ))}
          </tr>
        </thead>
        <tbody role="rowgroup" onKeyDown={walkRows}>
          <Gap rows={from} height={height} columns={columns.length} />
          {rows.slice(from, to).map((row, index) => (
            <Row key={rowKey(row)} row={row} columns={columns} index={from + index} chosen={rowKey(row) === chosen} />
          ))}
          <Gap rows={Math.max(0, rows.length - to)} height={height} columns={columns.length} />
        </tbody>
      </table>
      {foot && <div className="table-more">{foot}</div>}
    </div>
  )
}

/** The space of rows that are not drawn. */
const Gap = ({ rows, height, columns }: { rows: number; height: number; columns: number }) =>
  rows > 0 && height > 0 ? (
    <tr className="gap" aria-hidden="true">
      <td colSpan={columns} style={{ height: rows * height, padding: 0, border: 0 }} />
    </tr>
  ) : null

interface HeadCellProps<T> {
  column: Column<T>
  sort: string | undefined
  onSort: ((sort: string) => void) | undefined
}

function HeadCell<T>({ column: { title, align, sort: by, definition }, sort, onSort }: HeadCellProps<T>) {
  const { t } = useTranslation('ui')
  const order = by && sort === by.rising ? 'ascending' : by?.falling && sort === by.falling ? 'descending' : undefined
  const next = by && (order === 'ascending' ? (by.falling ?? by.rising) : by.rising)
  return (
    <th role="columnheader" scope="col" className={align} aria-sort={order}>
      {next && onSort ? (
        <button type="button" className="sort" onClick={() => onSort(next)}>
          {title}
          <span aria-hidden="true">{order === 'ascending' ? ' ↑' : order === 'descending' ? ' ↓' : ' ↕'}</span>
        </button>
      ) : (
        title
      )}
      {definition && (
        <>
          {' '}
          <Popover label={t('figure.definitionOf', { label: title })} face="?">
            {definition}
          </Popover>
        </>
      )}
    </th>
  )
}

interface RowProps<T> {
  row: T
  columns: readonly Column<T>[]
  index: number
  chosen: boolean
}

const Row = <T,>({ row, columns, index, chosen }: RowProps<T>) => (
  <tr role="row" aria-rowindex={index + 2} tabIndex={index === 0 ? 0 : -1} className={chosen ? 'chosen' : undefined}>
    {columns.map(({ key, title, align, short, cell }, column) =>
      column === 0 ? (
        <th key={key} role="rowheader" scope="row" className={align}>
          {cell(row)}
        </th>
      ) : (
        <td key={key} role="cell" className={short ? 'short' : align} data-label={title}>
          {cell(row)}
        </td>
      ),
    )}
  </tr>
)
