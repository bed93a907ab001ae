import type { EngineState, SegmentState } from '@renshu/match'

/**
 * A state that takes no more updates. The sorted bases are shared, so a withdrawal there takes effect at once; what has
 * come since is copied, because its owner goes on writing there, and left out where nothing has come.
 */
export const holdStill = (state: EngineState): EngineState => ({
  ...state,
  segments: { jobs: state.segments.jobs.flatMap(still), talents: state.segments.talents.flatMap(still) },
})

function still(segment: SegmentState, place: number): SegmentState[] {
  if (place === 0) return [segment]
  if (segment.size.records === 0) return []
  const { memory, plan } = segment.arena
  const pages = memory.buffer.byteLength / WASM_PAGE
  const copy = new WebAssembly.Memory({ initial: pages, maximum: pages, shared: true })
  new Uint8Array(copy.buffer).set(new Uint8Array(memory.buffer))
  return [{ ...segment, arena: { memory: copy, plan } }]
}

const WASM_PAGE = 65_536
