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

/** Products of each row of `a` with each row of `b`, times `factor`: `a.count` rows of `b.count`. */
function productTable(a: Rows, b: Rows, factor: number): Rows {
  const table = emptyRows(a.count, b.count)
  const { width } = a
  for (let i = 0; i < a.count; i++)
    for (let j = 0; j < b.count; j++) {
      let sum = 0
      const left = i * width
      const right = j * width
      for (let at = 0; at < width; at++) sum += a.data[left + at]! * b.data[right + at]!
      table.data[i * b.count + j] = sum * factor
    }
  return table
}

/** Adds to `gradient` the gradient of the cross-entropy of each row's softmax against its diagonal entry; returns the loss. */
function addSoftmaxGradient(table: Rows, gradient: Rows, transposed: boolean, share: number): number {
  const { count } = table
  const entry = (i: number, j: number): number => (transposed ? j * count + i : i * count + j)
  let loss = 0
  for (let i = 0; i < count; i++) {
    let largest = -Infinity
    for (let j = 0; j < count; j++) largest = Math.max(largest, table.data[entry(i, j)]!)
    let total = 0
    for (let j = 0; j < count; j++) total += Math.exp(table.data[entry(i, j)]! - largest)
    for (let j = 0; j < count; j++)
      gradient.data[entry(i, j)]! += (share * Math.exp(table.data[entry(i, j)]! - largest)) / total
    gradient.data[entry(i, i)]! -= share
    loss += share * (Math.log(total) + largest - table.data[entry(i, i)]!)
  }
  return loss
}

/**
 * InfoNCE in both directions: row i of `a` belongs to row i of `b` and to no other row of the batch.
 * Adds `weight` times the gradients to `da` and (when given) `db`; returns the loss.
 */
export function contrast(
  a: Rows,
  b: Rows,
  options: { temperature: number; weight: number; da: Rows; db?: Rows },
): number {
  const { temperature, weight, da, db } = options
  const table = productTable(a, b, 1 / temperature)
  const gradient = emptyRows(a.count, b.count)
  const share = 0.5 / a.count
  const loss = addSoftmaxGradient(table, gradient, false, share) + addSoftmaxGradient(table, gradient, true, share)
  for (let i = 0; i < a.count; i++)
    for (let j = 0; j < b.count; j++) {
      const factor = (weight * gradient.data[i * b.count + j]!) / temperature
      if (Math.abs(factor) < 1e-9) continue
      addScaled(rowOf(da, i), rowOf(b, j), factor)
      if (db) addScaled(rowOf(db, j), rowOf(a, i), factor)
    }
  return loss
}
