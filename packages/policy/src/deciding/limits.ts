import { addDays, addMonths } from '../exact/day.ts'
import { compare, floorTo, type Fraction, least, most, multiply, subtract, whole, ZERO } from '../exact/fraction.ts'
import { evaluate, type Slots } from '../language/evaluate.ts'
import { countedBy, factOf, sumOf } from './history.ts'
import type { LimitRule, Payment } from '../policy/policy.ts'
import type { PreparedPolicy, ReadyLimit } from '../policy/prepare.ts'

/** What a limit says, and the amount that is left by it; `replaced`: it put its own in place of the amount. */
export type Limited = { holds: boolean | undefined; left: Fraction | undefined; needsHistory?: true; replaced?: true }
type Given = {
  prepared: PreparedPolicy
  slots: Slots
  today: number
  history: readonly Payment[] | undefined
  /** A reserve that is not known may still put a higher amount in place of this one. */
  mayRise: boolean
}
type Apply = (ready: ReadyLimit, amount: Fraction | undefined, given: Given) => Limited

const UNKNOWN_HISTORY = { holds: undefined, needsHistory: true } as const

const valueOf = ({ parts }: ReadyLimit, name: string, slots: Slots): Fraction | undefined =>
  parts[name] && (evaluate(parts[name], slots) as Fraction | undefined)

const counted = (ready: ReadyLimit, given: Given, own = true): readonly Payment[] | undefined =>
  countedBy(ready, given.history, { ...given, own })

const APPLY: Record<LimitRule['kind'], Apply> = {
  cap(ready, amount, given) {
    const highest = valueOf(ready, 'most', given.slots)
    if (!highest) return { holds: undefined, left: amount }
    const before = counted(ready, given)
    if (!before) return { ...UNKNOWN_HISTORY, left: amount && least(amount, highest) }
    const room = most(ZERO, subtract(highest, sumOf(before, given.prepared.amount.type)))
    return { holds: room.n > 0n, left: amount && least(amount, room) }
  },
  times(ready, amount, given) {
    const highest = valueOf(ready, 'most', given.slots)
    const before = counted(ready, given)
    if (!before) return { ...UNKNOWN_HISTORY, left: amount }
    return { holds: highest && before.length < highest.n, left: amount }
  },
  exclusive(ready, amount, given) {
    const before = counted(ready, given, false)
    return before ? { holds: before.length === 0, left: amount } : { ...UNKNOWN_HISTORY, left: amount }
  },
  deadline({ parts }, amount, { slots, today }) {
    const event = evaluate(parts['event']!, slots) as number | undefined
    const within = evaluate(parts['within']!, slots) as Fraction | undefined
    if (event === undefined || !within) return { holds: undefined, left: amount }
    const count = Number(within.n)
    const last = parts['within']!.type.is === 'months' ? addMonths(event, count) : addDays(event, count)
    return { holds: today <= last, left: amount }
  },
  higher: (ready, amount, given) => (ready.parts['by'] ? ranked : differing)(ready, amount, given),
  share(ready, amount, { slots }) {
    const [part, of] = [valueOf(ready, 'most', slots), valueOf(ready, 'of', slots)]
    if (!part || !of) return { holds: undefined, left: amount }
    return { holds: true, left: amount && least(amount, floorTo(multiply(part, of), 1n)) }
  },
  reserve(ready, amount, { slots }) {
    const [lasts, needed] = [valueOf(ready, 'of', slots), valueOf(ready, 'least', slots)]
    if (!lasts || !needed) {
      const other = valueOf(ready, 'otherwise', slots)
      // Either way the same is paid.
      return { holds: (amount && other && compare(amount, other) === 0) || undefined, left: amount }
    }
    if (compare(lasts, needed) >= 0) return { holds: true, left: amount }
    return ready.parts['otherwise']
      ? { holds: true, left: valueOf(ready, 'otherwise', slots), replaced: true }
      : { holds: false, left: amount }
  },
}

/** Nothing at or below the rank of what was had. */
function ranked(ready: ReadyLimit, amount: Fraction | undefined, given: Given): Limited {
  const before = counted(ready, given)
  if (!before) return { ...UNKNOWN_HISTORY, left: amount }
  const by = ready.parts['by']!
  const { options } = by.type as { options: readonly string[] }
  const now = evaluate(by, given.slots) as string | undefined
  const had = before.map((payment) => factOf(payment, by, given.prepared))
  if (had.includes(undefined)) return { ...UNKNOWN_HISTORY, left: amount }
  if (now === undefined) return { holds: undefined, left: amount }
  return { holds: had.every((rank) => options.indexOf(rank as string) < options.indexOf(now)), left: amount }
}

/** Only what exceeds what was had. */
function differing(ready: ReadyLimit, amount: Fraction | undefined, given: Given): Limited {
  const before = counted(ready, given)
  if (!before) return { ...UNKNOWN_HISTORY, left: amount }
  const more = amount && subtract(amount, sumOf(before, given.prepared.amount.type))
  const holds = more && more.n > 0n
  return { holds: holds || !given.mayRise ? holds : undefined, left: more && most(more, whole(0)) }
}

/** Applies the limits one after the other, each to what the one before has left. */
export function applyLimits(amount: Fraction | undefined, given: Omit<Given, 'mayRise'>): Limited[] {
  let left = amount
  let mayRise = false
  return given.prepared.limits.map((ready) => {
    const limited = APPLY[ready.limit.kind](ready, left, { ...given, mayRise })
    left = limited.left
    if (ready.limit.kind === 'reserve' && limited.holds === undefined) mayRise = true
    return limited
  })
}
