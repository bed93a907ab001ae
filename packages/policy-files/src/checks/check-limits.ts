import { type Fault, intervalOf, type narrow, type PreparedPolicy } from '@renshu/policy'
import { divisorsOf } from './divisors.ts'

type Bounds = ReturnType<typeof narrow>

/** The parts of a limit that become the amount, by kind and name. */
const PAID = new Set(['cap.most', 'share.most', 'share.of', 'reserve.otherwise'])

/** No limit divides by what may be zero, pays less than nothing, or lets more through than one before it did. */
export function checkLimits({ limits }: PreparedPolicy, bounds: Bounds): Fault[] {
  return limits.flatMap(({ limit, parts }, place) => {
    const own = Object.entries(parts).flatMap(([name, part]): Fault[] => {
      const path = ['limits', place, name]
      if (divisorsOf(part).some((divisor) => !isAbove(intervalOf(divisor, bounds).min)))
        return [fault(path, '除数可能为零，给它写上最小值', 'a divisor may be zero; give it a least value')]
      const least = intervalOf(part, bounds).min
      if (PAID.has(`${limit.kind}.${name}`) && (!least || least.n < 0n))
        return [fault(path, '可能低于零，写上“不低于 0元”', 'may fall below zero; say 不低于 0元')]
      return []
    })
    const isReplacing = limit.kind === 'reserve' && limit.otherwise !== undefined
    if (!isReplacing || !limits.slice(0, place).some((before) => TAKING.has(before.limit.kind))) return own
    const zh = '换成别的金额的基金备付要写在各种上限之前，否则上限落空'
    return [...own, fault(['limits', place], zh, 'a reserve that pays otherwise stands before the limits that take')]
  })
}

const TAKING = new Set(['cap', 'share', 'higher'])
const isAbove = (least: { n: bigint } | undefined): boolean => !!least && least.n > 0n
const fault = (path: Fault['path'], zh: string, en: string): Fault => ({ path, reason: { zh, en } })
