import fc from 'fast-check'
import { expect, test } from 'vitest'
import type { Facts } from '../policy/slots.ts'
import { decide } from '../deciding/decide.ts'
import type { Payment } from '../policy/policy.ts'
import { ON, prepared, REFUND } from '../testing/refund.ts'
import { writeDay } from '../exact/day.ts'
import { type Column, decideColumns, OUTCOMES } from './columns.ts'

const refund = prepared()
const SIZES = ['小型', '中型', '大型']
const MARKS = ['优秀', '诚信', '创新']

const maybe = <T>(value: fc.Arbitrary<T>) => fc.option(value, { freq: 8, nil: Number.NaN })
/** One firm as it stands in columns. */
const FIRM = fc.record({
  paid: maybe(fc.oneof(fc.integer({ min: 0, max: 5_000_000 }), fc.integer({ min: 0, max: 2 ** 52 }))),
  size: maybe(fc.nat({ max: 2 })),
  left: maybe(fc.nat({ max: 12 })),
  staff: maybe(fc.integer({ min: 1, max: 60 })),
  opened: maybe(fc.integer({ min: 18_200, max: 20_300 })),
  marks: maybe(fc.nat({ max: 7 })),
  sound: maybe(fc.constantFrom(0, 1, 1, 1)),
  reserve: maybe(fc.nat({ max: 24 })),
  bonus: maybe(fc.nat({ max: 5000 })),
})
type Firm = { [Key in keyof typeof FIRM extends never ? string : string]: number }

const HISTORY = fc.oneof(
  { weight: 4, arbitrary: fc.constant([]) },
  {
    weight: 1,
    arbitrary: fc.array(
      fc.record<Payment>({
        policy: fc.constantFrom('refund', 'relief'),
        on: fc.constantFrom('2024-05-01', '2025-05-01'),
        amount: fc.constantFrom('100', '29999.99'),
        facts: fc.constantFrom({ size: '小型' }, {}),
      }),
      { maxLength: 2 },
    ),
  },
)

/** The same firm as `decide` takes it. */
function factsOf(firm: Firm): Facts {
  const known = (key: string, write: (code: number) => Facts[string]) =>
    Number.isNaN(firm[key]) ? null : write(firm[key]!)
  return {
    paid: known('paid', (fen) => ({ fen })),
    size: known('size', (place) => SIZES[place]!),
    left: known('left', Number),
    staff: known('staff', Number),
    opened: known('opened', writeDay),
    marks: known('marks', (set) => MARKS.filter((_, place) => set & (1 << place))),
    sound: known('sound', Boolean),
    reserve: known('reserve', Number),
    bonus: known('bonus', (parts) => `${parts}/10000`),
  }
}

function columnsOf(firms: readonly Firm[]): Record<string, Column> {
  const columns = Object.keys(firms[0]!).map((key): [string, Column] => {
    const column = Float64Array.from(firms, (firm) => firm[key]!)
    return [key, key === 'bonus' ? { parts: column, of: 10_000 } : column]
  })
  return Object.fromEntries(columns)
}

test('columns say of every row what the single decision says', () => {
  const reached = new Set<string>()
  fc.assert(
    fc.property(
      fc.array(fc.tuple(FIRM, HISTORY), { minLength: 1, maxLength: 40 }),
      fc.constantFrom('2025-06-30', '2026-02-01', '2027-01-01'),
      fc.boolean(),
      (rows, effective, hasHistory) => {
        const firms = rows.map(([firm]) => firm as Firm)
        const circumstances = { effective, known: ON.known }
        const decided = decideColumns(refund, firms.length, columnsOf(firms), {
          ...circumstances,
          ...(hasHistory && { history: (row: number) => rows[row]![1] }),
        })
        for (const [row, firm] of firms.entries()) {
          const history = hasHistory ? rows[row]![1] : undefined
          const single = decide(refund, factsOf(firm), { ...circumstances, history })
          const outcome = OUTCOMES[decided.outcomes[row]!]!
          const amount = decided.amounts[row]!
          const fen = single.outcome === 'granted' ? Number(String(single.amount!.value).replace('.', '')) : Number.NaN
          expect([outcome, amount]).toEqual([single.outcome, fen])
          reached.add(outcome)
        }
      },
    ),
    { numRuns: 400 },
  )
  expect([...reached].toSorted()).toEqual([...OUTCOMES].toSorted())
})

test('numbers that doubles cannot hold are decided one by one, to the same fen', () => {
  const limits = REFUND.limits!.slice(0, 2)
  const parameters = REFUND.parameters.map((one) =>
    one.name === '封顶'
      ? { ...one, values: one.values.map((dated) => ({ ...dated, value: [{ from: 0, value: '900000000万元' }] })) }
      : one,
  )
  const uncapped = prepared({ ...REFUND, limits, parameters })
  const firm = {
    paid: 2 ** 50 + 1,
    size: 0,
    left: 0,
    staff: 40,
    opened: 19_753,
    marks: 1,
    sound: 1,
    reserve: 24,
    bonus: 1,
  }
  const decided = decideColumns(uncapped, 1, columnsOf([firm]), { ...ON, history: () => [] })
  expect([decided.singly, decided.amounts[0]]).toEqual([1, 675_607_498_099_986])
})
