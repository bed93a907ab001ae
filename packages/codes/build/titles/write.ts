import { writeFileSync } from 'node:fs'
import { MAGIC } from '../../src/similarity/table.ts'
import { type Rows, rowOf } from './learn/contrast.ts'

/** Writes the table that `src/similarity/table.ts` describes. `hashes` ascend and belong to the rows in order. */
export function writeTable(file: string, table: { hashes: readonly number[]; rows: Rows; rarities: Uint8Array }): void {
  const { hashes, rows, rarities } = table
  const peaks = Float32Array.from(hashes, (_, index) =>
    rowOf(rows, index).reduce((most, x) => Math.max(most, Math.abs(x)), 0),
  )
  const highest = peaks.reduce((most, peak) => Math.max(most, peak), 0)
  const directions = new Int8Array(rows.data.length)
  hashes.forEach((_, index) => {
    const peak = peaks[index] || 1
    rowOf(rows, index).forEach((x, at) => (directions[index * rows.width + at] = Math.round((x * 127) / peak)))
  })
  const header = new Uint32Array([hashes.length, rows.width])
  const scales = Uint16Array.from(peaks, (peak) => Math.round((peak * 65535) / highest))
  const blocks = [header, Uint32Array.from(hashes), scales, rarities, directions].map((block) =>
    Buffer.from(block.buffer),
  )
  writeFileSync(file, Buffer.concat([Buffer.from(MAGIC), ...blocks]))
}

/** Inverse document frequencies as 1–255, 255 for what stands in none of `total` titles. */
export function measureRarities(
  hashes: readonly number[],
  counts: ReadonlyMap<number, number>,
  total: number,
): Uint8Array {
  const highest = Math.log(1 + total) + 1
  return Uint8Array.from(hashes, (hash) => {
    const rarity = Math.log((1 + total) / (1 + (counts.get(hash) ?? 0))) + 1
    return Math.max(1, Math.round((rarity / highest) * 255))
  })
}
