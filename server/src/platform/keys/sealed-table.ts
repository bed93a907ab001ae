/** A table with sealed fields, as its module names it: names as in the database. */
export interface SealedTable {
  table: `${string}.${string}`
  /** The primary key behind `city`, with types; left out: `id uuid`. */
  key?: Readonly<Record<string, string>>
  /** Columns that hold sealed texts. */
  sealed: readonly string[]
  /** Columns that hold the blind index of something the row can still tell. */
  marks?: readonly Mark[]
}

export interface Mark {
  column: string
  purpose: string
  /** The sealed column that holds the value. */
  of: string
  /** Where nothing is sealed: an SQL expression over the row `t`. */
  or?: string
  /** The index is of the value in capital letters. */
  capitals?: true
}

/** What modules bring to an exchange of keys. */
export interface Sealing {
  tables: readonly SealedTable[]
  /** Tables whose rows live for minutes and are dropped instead. */
  dropped?: readonly `${string}.${string}`[]
}

/** Answers kept for repeats; what was asked is kept as a mark alone. */
export const platformSealing: Sealing = {
  tables: [{ table: 'platform.idempotency', key: { caller: 'text', key: 'text' }, sealed: ['answer_sealed'] }],
}
