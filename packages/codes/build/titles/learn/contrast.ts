/** `count` rows of `width` numbers each, one after the other. */
export type Rows = { data: Float32Array; count: number; width: number }

export const emptyRows = (count: number, width: number): Rows => ({
  data: new Float32Array(count * width),
  count,
  width,
})

export const rowOf = (rows: Rows, index: number): Float32Array =>
  rows.data.subarray(index * rows.width, (index + 1) * rows.width)

/** Makes every row a unit vector, in place. */
export function normalizeRows(rows: Rows): Rows {
  for (let index = 0; index < rows.count; index++) {
    const row = rowOf(rows, index)
    const length = Math.hypot(...row) || 1
    for (let at = 0; at < row.length; at++) row[at]! /= length
  }
  return rows
}

export function dot(a: Float32Array, b: Float32Array): number {
  let sum = 0
  for (let at = 0; at < a.length; at++) sum += a[at]! * b[at]!
  return sum
}

/** `target += factor × source` */
export function addScaled(target: Float32Array, source: Float32Array, factor: number): void {
  for (let at = 0; at < target.length; at++) target[at]! += factor * source[at]!
}

/** Products of each row of `a` with each row of `b`, times `factor`. Four columns at a time, for speed. */
function productTable(a: Rows, b: Rows, factor: number): Rows {
  const table = emptyRows(a.count, b.count)
  const { width } = a
  const [left, right] = [a.data, b.data]
  for (let i = 0; i < a.count; i++)
    for (let j = 0; j < b.count; j += 4) {
      const j0 = j * width
      const j1 = Math.min(j + 1, b.count - 1) * width
      const j2 = Math.min(j + 2, b.count - 1) * width
      const j3 = Math.min(j + 3, b.count - 1) * width
      let s0 = 0
      let s1 = 0
      let s2 = 0
      let s3 = 0
      for (let at = 0, from = i * width; at < width; at++) {
        const x = left[from + at]!
        s0 += x * right[j0 + at]!
        s1 += x * right[j1 + at]!
        s2 += x * right[j2 + at]!
        s3 += x * right[j3 + at]!
      }
      const cell = i * b.count + j
      table.data[cell] = s0 * factor
      if (j + 1 < b.count) table.data[cell + 1] = s1 * factor
      if (j + 2 < b.count) table.data[cell + 2] = s2 * factor
      if (j + 3 < b.count) table.data[cell + 3] = s3 * factor
    }
  return table
}

/** `target row i += factor × table(i, j) × source row j` for all i and j; `table(j, i)` when `transposed`. */
function addProducts(target: Rows, table: Rows, source: Rows, factor: number, transposed: boolean): void {
  const { width } = target
  const [down, along] = transposed ? [1, table.width] : [table.width, 1]
  for (let i = 0; i < target.count; i++)
    for (let j = 0; j < source.count; j += 4) {
      const last = source.count - 1
      const cell = i * down + j * along
      const f0 = factor * table.data[cell]!
      const f1 = j + 1 > last ? 0 : factor * table.data[cell + along]!
      const f2 = j + 2 > last ? 0 : factor * table.data[cell + 2 * along]!
      const f3 = j + 3 > last ? 0 : factor * table.data[cell + 3 * along]!
      const j0 = j * width
      const j1 = Math.min(j + 1, last) * width
      const j2 = Math.min(j + 2, last) * width
      const j3 = Math.min(j + 3, last) * width
      for (let at = 0, to = i * width; at < width; at++)
        target.data[to + at]! +=
          f0 * source.data[j0 + at]! +
          f1 * source.data[j1 + at]! +
          f2 * source.data[j2 + at]! +
          f3 * source.data[j3 + at]!
    }
}

/** Adds to `gradient` the gradient of the cross-entropy of each row's softmax against its diagonal entry; returns the loss. */
function addSoftmaxGradient(table: Rows, gradient: Rows, transposed: boolean, share: number): number {
  const { count } = table
  const [down, along] = transposed ? [1, count] : [count, 1]
  const powers = new Float64Array(count)
  let loss = 0
  for (let i = 0; i < count; i++) {
    const own = table.data[i * count + i]!
    let total = 0
    for (let j = 0; j < count; j++) total += powers[j] = Math.exp(table.data[i * down + j * along]! - own)
    for (let j = 0; j < count; j++) gradient.data[i * down + j * along]! += (share * powers[j]!) / total
    gradient.data[i * count + i]! -= share
    loss += share * Math.log(total)
  }
  return loss
}

/**
 * InfoNCE in both directions: row i of `a` belongs to row i of `b` and to no other row of the batch.
 * Adds `weight` times the gradients to `da` and `db`; returns the loss.
 */
export function contrast(
  a: Rows,
  b: Rows,
  options: { temperature: number; weight: number; da: Rows; db: Rows },
): number {
  const { temperature, weight, da, db } = options
  const table = productTable(a, b, 1 / temperature)
  const gradient = emptyRows(a.count, b.count)
  const share = 0.5 / a.count
  const loss = addSoftmaxGradient(table, gradient, false, share) + addSoftmaxGradient(table, gradient, true, share)
  addProducts(da, gradient, b, weight / temperature, false)
  addProducts(db, gradient, a, weight / temperature, true)
  return loss
}
