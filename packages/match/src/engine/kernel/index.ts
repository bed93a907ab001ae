import { BYTES } from './bytes-table.ts'
import type { Kernel } from './types.ts'
import { plainKernel } from './plain.ts'
import { simdKernel } from './simd.ts'

export { DIRECTION_BYTES, type Kernel, type Question, SIEVE_WORDS, type SieveColumns } from './types.ts'
export { plainKernel } from './plain.ts'

const COMPILED = Uint8Array.from(atob(BYTES), (byte) => byte.charCodeAt(0))

/**
 * The compiled kernel over a memory, or the plain one where its bytes are refused, as they are without SIMD. Both give
 * the same numbers. The compiled one keeps a table in the first 1024 bytes of the memory, which nobody else may write.
 */
export function loadKernel(memory: WebAssembly.Memory, bytes: Uint8Array = COMPILED): Kernel {
  return WebAssembly.validate(bytes) ? simdKernel(memory, bytes) : plainKernel(memory)
}
