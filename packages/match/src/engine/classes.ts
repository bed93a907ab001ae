/** Records told apart by one aspect only: the class of each record, and one part for each class. */
export type Classes = { of: Uint32Array; parts: unknown[] }

export function classify<T>(records: readonly T[], partOf: (record: T) => unknown): Classes {
  const known = new Map<string, number>()
  const parts: unknown[] = []
  const of = Uint32Array.from(records, (record) => {
    const part = partOf(record)
    const key = JSON.stringify(part) ?? ''
    const found = known.get(key)
    if (found !== undefined) return found
    known.set(key, parts.length)
    return parts.push(part) - 1
  })
  return { of, parts }
}
