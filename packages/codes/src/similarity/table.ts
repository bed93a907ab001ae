import { readFileSync } from 'node:fs'

/**
 * The learned table of `data/titles.bin`, little-endian:
 * `RTT1`, rows (uint32), dimensions (uint32), then per row a gram hash (uint32, ascending), a scale (uint16),
 * a rarity (uint8) and the direction of its meaning (dimensions × int8), each as one block.
 */
export type TitleTable = {
  dimensions: number
  hashes: Uint32Array
  /** Length of a row's contribution relative to the others. */
  scales: Uint16Array
  /** Inverse document frequency of the gram in the training titles, 1–255. */
  rarities: Uint8Array
  directions: Int8Array
}

export const MAGIC = 'RTT1'
const HEADER_BYTES = 12

/** @throws Error when the bytes are not a table of this version. */
export function parseTable(bytes: Uint8Array): TitleTable {
  const buffer = bytes.buffer.slice(bytes.byteOffset, bytes.byteOffset + bytes.byteLength)
  if (new TextDecoder().decode(bytes.subarray(0, 4)) !== MAGIC) throw new Error('not a title table')
  const [rows = 0, dimensions = 0] = new Uint32Array(buffer, 4, 2)
  let offset = HEADER_BYTES
  const take = (size: number): number => (offset += size) - size
  const table = {
    dimensions,
    hashes: new Uint32Array(buffer, take(rows * 4), rows),
    scales: new Uint16Array(buffer, take(rows * 2), rows),
    rarities: new Uint8Array(buffer, take(rows), rows),
    directions: new Int8Array(buffer, take(rows * dimensions), rows * dimensions),
  }
  if (offset !== buffer.byteLength) throw new Error('title table cut short')
  return table
}

let loaded: TitleTable | undefined

/** The table shipped with the package, read on first use. */
export const titleTable = (): TitleTable =>
  (loaded ??= parseTable(readFileSync(new URL('../../data/titles.bin', import.meta.url))))

/** The row of a gram, or -1. */
export function findRow({ hashes }: TitleTable, hash: number): number {
  let low = 0
  let high = hashes.length - 1
  while (low <= high) {
    const middle = (low + high) >> 1
    const found = hashes[middle] ?? 0
    if (found === hash) return middle
    if (found < hash) low = middle + 1
    else high = middle - 1
  }
  return -1
}
