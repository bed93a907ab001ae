import { MAGNITUDE_GUARDS, ORDINAL_GUARDS } from '../sieve-words.ts'
import { DIRECTION_BYTES, type Kernel, type Question, type SieveColumns } from './types.ts'

/** The kernel in plain TypeScript: it runs where SIMD is missing, and the tests hold the compiled one to it. */
export function plainKernel(memory: WebAssembly.Memory): Kernel {
  let views = viewsOf(memory)
  /** A memory that has grown shows its new end only in new views. */
  const current = () => (views.words.buffer === memory.buffer ? views : (views = viewsOf(memory)))
  return {
    sift: (columns, from, to, question, out) => sift(current().words, columns, from, to, question, out),
    dots: (matrix, from, to, direction, out) => dots(current(), matrix, from, to, direction, out),
  }
}

type Views = { words: Int32Array; bytes: Int8Array }
const viewsOf = ({ buffer }: WebAssembly.Memory): Views => ({
  words: new Int32Array(buffer),
  bytes: new Int8Array(buffer),
})

function sift(words: Int32Array, columns: SieveColumns, from: number, to: number, question: Question, out: number) {
  const [ordinals, magnitudes, places] = [columns.ordinals >>> 2, columns.magnitudes >>> 2, columns.places >>> 2]
  const [skillsLow, skillsHigh] = [columns.skillsLow >>> 2, columns.skillsHigh >>> 2]
  const { minimumOrdinals, types, minimumMagnitudes, placeMask, skillsLowMask, skillsHighMask } = question
  const start = out >>> 2
  let end = start
  for (let row = from; row < to; row++) {
    const ordinal = words[ordinals + row]!
    if (((ordinal - minimumOrdinals) & ORDINAL_GUARDS) !== ORDINAL_GUARDS || !(ordinal & types)) continue
    if (((words[magnitudes + row]! - minimumMagnitudes) & MAGNITUDE_GUARDS) !== MAGNITUDE_GUARDS) continue
    if (!(words[places + row]! & placeMask)) continue
    if ((words[skillsLow + row]! & skillsLowMask) | (words[skillsHigh + row]! & skillsHighMask)) words[end++] = row
  }
  return end - start
}

function dots({ words, bytes }: Views, matrix: number, from: number, to: number, direction: number, out: number) {
  const start = out >>> 2
  for (let row = from; row < to; row++) {
    const at = matrix + row * DIRECTION_BYTES
    let sum = 0
    for (let axis = 0; axis < DIRECTION_BYTES; axis++) sum += Math.imul(bytes[at + axis]!, bytes[direction + axis]!)
    words[start + row - from] = sum
  }
}
