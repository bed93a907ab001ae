import type { MatchEngine, Merge } from '@renshu/match'
import { isDeepStrictEqual } from 'node:util'
import { InvalidBatch } from './errors.ts'

export type Side = Merge['side']
const SIDES: readonly Side[] = ['jobs', 'talents']
/** Positions in a chunk: a few hundredths of a second of work, so that no thread ends long before the others. */
const CHUNK = 192

export type Wanted = {
  /** Who asks, in this order; both sides when left out. */
  sides?: readonly Side[]
  /** Most matches for each record. */
  k: number
  /** Most near misses for each record, after its matches; none when left out. */
  near?: number
  /** The token of the last chunk that is already done; the engine's records and the other options must be the same. */
  from?: string
}

/** Positions [from, to) of one side; chunks are numbered over all sides. */
export type Task = { chunk: number; side: Side; from: number; to: number }

/** What a batch has to do; its tasks are counted, not listed. */
export type Plan = { k: number; near: number; sides: readonly Side[]; counts: number[]; chunks: number; first: number }

/** @throws InvalidBatch */
export function planBatch(engine: MatchEngine, { sides = SIDES, k, near = 0, from }: Wanted): Plan {
  if (!isCount(k)) throw new InvalidBatch('k', k)
  if (!isCount(near)) throw new InvalidBatch('near', near)
  const isEachOnce = new Set(sides).size === sides.length && sides.every((side) => SIDES.includes(side))
  if (!isEachOnce) throw new InvalidBatch('sides', sides)
  const counts = sides.map((side) => engine.count(side))
  const chunks = counts.reduce((sum, count) => sum + chunksOf(count), 0)
  const plan = { k, near, sides, counts, chunks, first: 0 }
  return from === undefined ? plan : { ...plan, first: readToken(plan, from) }
}

const isCount = (value: number): boolean => Number.isSafeInteger(value) && value >= 0
const chunksOf = (count: number): number => Math.ceil(count / CHUNK)

export function taskOf({ sides, counts }: Plan, chunk: number): Task {
  let at = chunk
  for (const [i, side] of sides.entries()) {
    const count = counts[i]!
    if (at < chunksOf(count)) return { chunk, side, from: at * CHUNK, to: Math.min(count, (at + 1) * CHUNK) }
    at -= chunksOf(count)
  }
  throw new RangeError(`a batch without a chunk ${chunk}`)
}

/** What must be the same for a batch to go on. */
const termsOf = ({ k, near, sides, counts }: Plan) => ({ k, near, sides, counts, chunk: CHUNK })

/** Says in readable text what a batch is about and that its chunks up to this one are done. */
export const tokenOf = (plan: Plan, chunk: number): string => JSON.stringify({ ...termsOf(plan), done: chunk + 1 })

/** The first chunk that is still to be done. */
function readToken(plan: Plan, token: string): number {
  const { done, ...terms } = parse(token)
  if (!isDeepStrictEqual(terms, termsOf(plan))) throw new InvalidBatch('from', token, 'belongs to another batch')
  if (!isCount(done) || done > plan.chunks) throw new InvalidBatch('from', token)
  return done
}

function parse(token: string): ReturnType<typeof termsOf> & { done: number } {
  try {
    return { ...(JSON.parse(token) as ReturnType<typeof termsOf> & { done: number }) }
  } catch {
    throw new InvalidBatch('from', token, 'is no token')
  }
}
