const hex = (value: number, digits: number): string => value.toString(16).padStart(digits, '0')

/** Ids of each part that never meet those of the next. */
const OF_A_PART = 2 ** 24

/**
 * Ids of one part of a made-up city, UUID version 7: the same for the same city, instant and part, so that what
 * stopped half-way can be gone on with.
 * @param city code of six digits
 * @throws RangeError past sixteen million
 */
export function idsOf(city: string, madeAt: Date, part: number): () => string {
  const time = hex(madeAt.getTime(), 12)
  const place = hex(0x8000 | (Number(city) % 0x4000), 4)
  let given = 0
  return () => {
    if (++given >= OF_A_PART) throw new RangeError('more records than a part has ids')
    return `${time.slice(0, 8)}-${time.slice(8)}-7000-${place}-${hex(part * OF_A_PART + given, 12)}`
  }
}
