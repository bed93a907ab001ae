import { MAGNITUDE_GUARDS, ORDINAL_GUARDS } from '../sieve-words.ts'
import type { Kernel } from './types.ts'

/** What packages/match/kernel/kernel.ts exports. */
type Exports = { sift: (...operands: SiftOperands) => number; dots: Kernel['dots'] }
type SiftOperands = [
  lanes: number,
  ordinals: number,
  magnitudes: number,
  places: number,
  skillsLow: number,
  skillsHigh: number,
  from: number,
  to: number,
  minimumOrdinals: number,
  ordinalGuards: number,
  types: number,
  minimumMagnitudes: number,
  magnitudeGuards: number,
  placeMask: number,
  skillsLowMask: number,
  skillsHighMask: number,
  out: number,
]

const LANES = 4
/** The table of lanes lies at the very beginning: the first page of a memory is the kernel's. */
const TABLE = 0

/** Compiled once for all memories. */
let compiled: { bytes: Uint8Array; module: InstanceType<typeof WebAssembly.Module> } | undefined

/** @throws WebAssembly.CompileError where SIMD or shared memory is missing */
export function simdKernel(memory: WebAssembly.Memory, bytes: Uint8Array): Kernel {
  if (compiled?.bytes !== bytes) compiled = { bytes, module: new WebAssembly.Module(bytes) }
  const { exports } = new WebAssembly.Instance(compiled.module, { env: { memory } })
  const { sift, dots } = exports as Exports
  writeLanes(memory)
  return {
    sift(columns, from, to, question, out) {
      const { ordinals, magnitudes, places, skillsLow, skillsHigh } = columns
      const { minimumOrdinals, types, minimumMagnitudes, placeMask, skillsLowMask, skillsHighMask } = question
      return sift(
        TABLE,
        ordinals,
        magnitudes,
        places,
        skillsLow,
        skillsHigh,
        from,
        to,
        minimumOrdinals,
        ORDINAL_GUARDS,
        types,
        minimumMagnitudes,
        MAGNITUDE_GUARDS,
        placeMask,
        skillsLowMask,
        skillsHighMask,
        out,
      )
    },
    dots,
  }
}

/**
 * For each set of lanes their numbers, ascending. The kernels of several threads over one memory write the same values,
 * so none has to wait for another.
 */
function writeLanes(memory: WebAssembly.Memory): void {
  const sets = 1 << LANES
  const table = new Uint32Array(memory.buffer, TABLE, sets * LANES)
  for (let set = 0; set < sets; set++) {
    const lanes = Array.from({ length: LANES }, (_, lane) => lane).filter((lane) => set & (1 << lane))
    table.set(lanes, set * LANES)
  }
}
