import type { ReactNode } from 'react'

export interface Column<T> {
  key: string
  title: string
  cell: (row: T) => ReactNode
  /** Plain value for the exported file; a column without one is left out of it. */
  plain?: (row: T) => string | number | null
  align?: 'end'
  /** Never broken into lines: kinds, districts, days. */
  short?: true
  /** The list can be ordered by it: the value of `sort` for rising and falling order. */
  sort?: { rising: string; falling?: string }
  /** What the number in it counts, with its unit. */
  definition?: string
}
