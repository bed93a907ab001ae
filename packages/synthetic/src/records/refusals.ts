import type { Shift } from '@renshu/codes'
import type { Refusals } from '@renshu/match'
import type { Dice } from '../chance/dice.ts'
import { oneOf } from '../chance/pick.ts'
import type { Setting } from './setting.ts'

const REFUSE = 0.04
const KINDS = oneOf([
  ['shifts', 50],
  ['industries', 20],
  ['occupations', 20],
  ['employers', 10],
])
const SHIFTS = oneOf<Shift[]>([
  [['night'], 50],
  [['night', 'threeShift'], 20],
  [['twoShift', 'threeShift', 'rotating'], 20],
  [['rotating'], 10],
])
/** Lengths of a 门类, a 大类 and a 中类 of industries, and of a 中类 and a 小类 of occupations. */
const INDUSTRY_LENGTHS = [1, 3, 4]
const OCCUPATION_LENGTHS = [4, 7]

/** What a person rules out; most rule out nothing. */
export function drawRefusals(dice: Dice, { trades, employers }: Setting): Refusals | undefined {
  if (!dice.happens(REFUSE)) return undefined
  const cut = (code: string, lengths: readonly number[]): string[] => [
    code.slice(0, lengths[dice.below(lengths.length)]),
  ]
  const kind = KINDS(dice)
  if (kind === 'shifts') return { shifts: SHIFTS(dice) }
  if (kind === 'employers') return { employers: [employers.any(dice).name] }
  if (kind === 'industries') return { industries: cut(employers.any(dice).industry, INDUSTRY_LENGTHS) }
  return { occupations: cut(trades.tradeOfJob(dice).code, OCCUPATION_LENGTHS) }
}
