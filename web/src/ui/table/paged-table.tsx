import type { ReactNode } from 'react'
import { Answer } from '../state/answer.tsx'
import type { Column } from './columns.ts'
import { DataTable } from './data-table.tsx'
import { PagedFoot } from './paged-foot.tsx'

interface PagedTableProps<T> {
  /** What `usePages` gave. */
  of: {
    data: { rows: T[]; total: number; atLeast: boolean } | undefined
    error: Error | null
    refetch: () => unknown
    pending: boolean
    more: (() => void) | null
  }
  caption: string
  columns: readonly Column<T>[]
  /** The order the list was asked in, `-` before a column for descending, and what asks for another. */
  sort?: string | undefined
  onSort?: (sort: string) => void
  /** What stands here where there is nothing. */
  empty: ReactNode
}

/** A list read page by page, as a table: waiting, problem, nothing, rows and more of them. */
export const PagedTable = <T extends { id: string }>({ of: list, empty, ...table }: PagedTableProps<T>) => (
  <Answer of={list}>
    {({ rows, total, atLeast }) =>
      rows.length ? (
        <DataTable
          {...table}
          rows={rows}
          rowKey={({ id }) => id}
          foot={
            <PagedFoot shown={rows.length} total={total} atLeast={atLeast} onMore={list.more} pending={list.pending} />
          }
        />
      ) : (
        empty
      )
    }
  </Answer>
)
