/** Share of a field's values that were understood. `share` is understood / nonEmpty, 1 for an empty column. */
export type FieldShare = {
  nonEmpty: number
  understood: number
  share: number
  topUnparsed: { value: string; count: number }[]
}

const SHOWN = 20
const MAX_KEPT = 50_000
const MAX_LENGTH = 60

export type Counter = { add: (value: string) => void; top: (limit: number) => { value: string; count: number }[] }

/** Counts values, at most 50,000 different ones. */
export const countValues = (): Counter => {
  const counts = new Map<string, number>()
  return {
    add(value) {
      const known = counts.get(value)
      if (known !== undefined || counts.size < MAX_KEPT) counts.set(value, (known ?? 0) + 1)
    },
    top: (limit) =>
      [...counts]
        .map(([value, count]) => ({ value, count }))
        .sort((a, b) => b.count - a.count || (a.value < b.value ? -1 : 1))
        .slice(0, limit),
  }
}

export type FieldTally = { add: (value: string, understood: boolean) => void; share: () => FieldShare }

/** Rounds down, so that 100 % is said only when nothing is missing. */
const roundDown = (share: number): number => Math.floor(share * 1e5) / 1e5

export const tallyField = (): FieldTally => {
  const unparsed = countValues()
  let nonEmpty = 0
  let understood = 0
  return {
    add(value, isUnderstood) {
      nonEmpty++
      if (isUnderstood) understood++
      else unparsed.add(value.slice(0, MAX_LENGTH))
    },
    share: () => ({
      nonEmpty,
      understood,
      share: nonEmpty === 0 ? 1 : roundDown(understood / nonEmpty),
      topUnparsed: unparsed.top(SHOWN),
    }),
  }
}
