import { setImmediate as nextTurn } from 'node:timers/promises'

/** Rows of one transaction: large enough to be quick, small enough that others get their turn. */
const BATCH = 500
/** Reading a row takes about a millisecond; so many are read before requests get their turn. */
const ROWS_IN_A_TURN = 16

/** Which rows of a table are asked for, and the day from which 随时 and 一周内 count. */
export interface Part {
  skip: number
  /** Those skipped among them. */
  most: number
  asOf: string
}

export interface Batch<Row> {
  batch: readonly Row[]
  /** Of the table, 0–1. */
  share: number
}

/** Rows in batches, from the row behind `skip` on. */
export async function* batchesOf<Row>(
  rows: AsyncIterable<Row>,
  { skip, most }: Part,
  progress: () => number,
): AsyncGenerator<Batch<Row>> {
  let batch: Row[] = []
  let count = 0
  for await (const row of rows) {
    if (++count % ROWS_IN_A_TURN === 0) await nextTurn()
    if (count > skip) batch.push(row)
    if (batch.length === BATCH) {
      yield { batch, share: Math.max(progress(), count / most) }
      batch = []
    }
    if (count >= most) break
  }
  if (batch.length > 0) yield { batch, share: 1 }
}

/** The same, read one ahead: while a batch is written the next one is read already. */
export async function* ahead<T>(source: AsyncIterable<T>): AsyncGenerator<T> {
  const iterator = source[Symbol.asyncIterator]()
  const read = () => {
    const next = iterator.next()
    // Whoever asks for it hears of its failure; until then it is nobody's.
    next.catch(() => {})
    return next
  }
  try {
    for (let next = read(); ;) {
      const { done, value } = await next
      if (done) return
      next = read()
      yield value
    }
  } finally {
    await iterator.return?.()
  }
}
