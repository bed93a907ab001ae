/**
 * The two inner loops of the match index, in AssemblyScript: TypeScript's grammar, WebAssembly's types.
 * `npx tsx packages/match/build/kernel.ts` compiles it. What it computes is defined by `src/engine/kernel/plain.ts`;
 * the tests hold the one to the other. It keeps nothing between calls: every operand is a byte offset into the memory
 * that it imports and shares with all threads.
 *
 * A vector holds four 32-bit lanes, so four rows are looked at together and no branch depends on their values.
 */

/** Rows that one vector holds. */
const LANES: u32 = 4
/** Log2 of the bytes of a word, and of a row of a matrix of directions. */
const WORD: u32 = 2
const DIRECTION: u32 = 7

/**
 * Writes the numbers of the rows in [from, to) that keep the question to `out` and returns how many. The range may begin
 * and end anywhere: the last vector reads up to three rows past `to`, whose numbers are taken back at the end.
 *
 * @param lanes 16 entries of 16 bytes: for each set of lanes their numbers, ascending, from the first lane on
 */
export function sift(
  lanes: usize,
  ordinals: usize,
  magnitudes: usize,
  places: usize,
  skillsLow: usize,
  skillsHigh: usize,
  from: u32,
  to: u32,
  minimumOrdinals: u32,
  ordinalGuards: u32,
  types: u32,
  minimumMagnitudes: u32,
  magnitudeGuards: u32,
  placeMask: u32,
  skillsLowMask: u32,
  skillsHighMask: u32,
  out: usize,
): u32 {
  if (from >= to) return 0
  const leastOrdinals = i32x4.splat(minimumOrdinals)
  const guardsOfOrdinals = i32x4.splat(ordinalGuards)
  const anyType = i32x4.splat(types)
  const leastMagnitudes = i32x4.splat(minimumMagnitudes)
  const guardsOfMagnitudes = i32x4.splat(magnitudeGuards)
  const anyPlace = i32x4.splat(placeMask)
  const anyLow = i32x4.splat(skillsLowMask)
  const anyHigh = i32x4.splat(skillsHighMask)
  const none = i32x4.splat(0)
  let firstRow = i32x4.splat(from)
  let row = from
  let end = out
  // With the test at its end the loop takes two thirds of the time it takes with the test in front.
  do {
    const at: usize = row << WORD
    const ordinal = v128.load(ordinals + at)
    const magnitude = v128.load(magnitudes + at)
    const place = v128.load(places + at)
    const skill = v128.or(v128.and(v128.load(skillsLow + at), anyLow), v128.and(v128.load(skillsHigh + at), anyHigh))
    // A level below its minimum borrows the guard bit above it, which is then missing from the difference.
    const missing = v128.or(
      v128.andnot(guardsOfOrdinals, i32x4.sub(ordinal, leastOrdinals)),
      v128.andnot(guardsOfMagnitudes, i32x4.sub(magnitude, leastMagnitudes)),
    )
    // The least of several masks is 0 when any is.
    const shared = i32x4.min_u(i32x4.min_u(v128.and(ordinal, anyType), v128.and(place, anyPlace)), skill)
    const keeping = i32x4.bitmask(v128.andnot(i32x4.eq(missing, none), i32x4.eq(shared, none)))
    // Four numbers are stored, those that count in front; the next store begins behind the last that counts.
    v128.store(end, i32x4.add(firstRow, v128.load(lanes + ((<usize>keeping) << 4))))
    end += popcnt(keeping) << WORD
    firstRow = i32x4.add(firstRow, i32x4.splat(LANES))
    row += LANES
  } while (row < to)
  while (end > out && load<u32>(end - 4) >= to) end -= 4
  return <u32>((end - out) >> WORD)
}

/** Eight bytes of a row, widened, times eight of the direction; neighbours added into four 32-bit sums. */
function dotEight(at: usize, direction: v128): v128 {
  return i32x4.dot_i16x8_s(v128.load_ext<i8>(at), direction)
}

/** Writes the dot product of one direction with each of the rows [from, to) of a matrix to `out`, as i32. */
export function dots(matrix: usize, from: u32, to: u32, direction: usize, out: usize): void {
  const d0 = v128.load_ext<i8>(direction)
  const d1 = v128.load_ext<i8>(direction + 8)
  const d2 = v128.load_ext<i8>(direction + 16)
  const d3 = v128.load_ext<i8>(direction + 24)
  const d4 = v128.load_ext<i8>(direction + 32)
  const d5 = v128.load_ext<i8>(direction + 40)
  const d6 = v128.load_ext<i8>(direction + 48)
  const d7 = v128.load_ext<i8>(direction + 56)
  const d8 = v128.load_ext<i8>(direction + 64)
  const d9 = v128.load_ext<i8>(direction + 72)
  const d10 = v128.load_ext<i8>(direction + 80)
  const d11 = v128.load_ext<i8>(direction + 88)
  const d12 = v128.load_ext<i8>(direction + 96)
  const d13 = v128.load_ext<i8>(direction + 104)
  const d14 = v128.load_ext<i8>(direction + 112)
  const d15 = v128.load_ext<i8>(direction + 120)
  let end = out
  for (let row = from; row < to; row++) {
    const at: usize = row << DIRECTION
    const m = matrix + at
    let s = dotEight(m, d0)
    s = i32x4.add(s, dotEight(m + 8, d1))
    s = i32x4.add(s, dotEight(m + 16, d2))
    s = i32x4.add(s, dotEight(m + 24, d3))
    s = i32x4.add(s, dotEight(m + 32, d4))
    s = i32x4.add(s, dotEight(m + 40, d5))
    s = i32x4.add(s, dotEight(m + 48, d6))
    s = i32x4.add(s, dotEight(m + 56, d7))
    s = i32x4.add(s, dotEight(m + 64, d8))
    s = i32x4.add(s, dotEight(m + 72, d9))
    s = i32x4.add(s, dotEight(m + 80, d10))
    s = i32x4.add(s, dotEight(m + 88, d11))
    s = i32x4.add(s, dotEight(m + 96, d12))
    s = i32x4.add(s, dotEight(m + 104, d13))
    s = i32x4.add(s, dotEight(m + 112, d14))
    s = i32x4.add(s, dotEight(m + 120, d15))
    s = i32x4.add(s, i32x4.shuffle(s, s, 2, 3, 0, 1))
    s = i32x4.add(s, i32x4.shuffle(s, s, 1, 0, 3, 2))
    i32.store(end, i32x4.extract_lane(s, 0))
    end += 4
  }
}
