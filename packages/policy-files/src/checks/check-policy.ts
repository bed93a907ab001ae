import {
  boundsOf,
  certainty,
  type Fault,
  intervalOf,
  narrow,
  noSource,
  type PreparedPolicy,
  readDay,
  slotsOf,
  writeDay,
} from '@renshu/policy'
import { checkLimits } from './check-limits.ts'
import { divisorsOf } from './divisors.ts'

/** What the types alone cannot say: nothing unused, unsourced, uncovered or unreachable. */
export function checkPolicy(prepared: PreparedPolicy): Fault[] {
  return [
    ...checkUse(prepared),
    ...checkSources(prepared),
    ...checkDates(prepared),
    ...checkConditions(prepared),
    ...checkAmounts(prepared),
    ...checkLimits(prepared, boundsUnder(prepared)),
  ]
}

type Bounds = ReturnType<typeof narrow>

const fault = (path: Fault['path'], zh: string, en: string): Fault => ({ path, reason: { zh, en } })

/** Facts that nobody reads are asked for nothing; parameters that nobody reads are decided by nothing. */
function checkUse({ conditions, amount, limits, facts, parameters }: PreparedPolicy): Fault[] {
  const expressions = [
    ...conditions.map(({ when }) => when),
    amount,
    ...limits.flatMap(({ parts }) => Object.values(parts)),
  ]
  const used = new Set(expressions.flatMap(slotsOf))
  return [
    ...facts.map(({ slot, fact }, place) => ({ slot, path: ['facts', place], name: fact.name })),
    ...parameters.map(({ slot, parameter }, place) => ({ slot, path: ['parameters', place], name: parameter.name })),
  ]
    .filter(({ slot }) => !used.has(slot))
    .map(({ path, name }) => fault(path, `“${name}”没有用到`, `“${name}” is not used`))
}

/** Everything that decides has a source, or says that it is an example. */
function checkSources({ policy }: PreparedPolicy): Fault[] {
  const stated = [
    ...policy.parameters.flatMap(({ values }, parameter) =>
      values.map((value, place) => ({ value, path: ['parameters', parameter, 'values', place] })),
    ),
    ...policy.conditions.map((value, place) => ({ value, path: ['conditions', place] })),
    ...(policy.limits ?? []).map((value, place) => ({ value, path: ['limits', place] })),
    { value: policy.amount, path: ['amount'] },
  ]
  const defined = (policy.definitions ?? []).flatMap((value, place) =>
    value.source === undefined ? [] : { value: { ...value, example: undefined }, path: ['definitions', place] },
  )
  return [...stated, ...defined].flatMap(({ value: { source, example }, path }) => {
    if (source === undefined && !example) return [noSource(path)]
    if (source !== undefined && policy.documents.every(({ id }) => id !== source))
      return [fault([...path, 'source'], `没有文件“${source}”`, `there is no document “${source}”`)]
    return []
  })
}

/** On every day of the policy each parameter has one value; two only where the later known one says when it became so. */
function checkDates({ parameters, from, to, policy }: PreparedPolicy): Fault[] {
  return parameters.flatMap(({ parameter, values }, place) => {
    const path = ['parameters', place, 'values'] as const
    const inOrder = values.toSorted((a, b) => a.from - b.from)
    let covered = from
    const faults: Fault[] = []
    for (const [index, value] of inOrder.entries()) {
      const isLater = parameter.values[value.place]!.known !== undefined
      const before = inOrder.slice(0, index).find((other) => other.to >= value.from && value.to >= other.from)
      if (before && !isLater && parameter.values[before.place]!.known === undefined)
        faults.push(
          fault([...path, value.place, 'from'], '与另一个值的日期重叠', 'the days overlap with another value'),
        )
      if (value.from > covered) {
        const gap = `${writeDay(covered)} … ${writeDay(value.from - 1)}`
        faults.push(fault([...path, value.place, 'from'], `${gap} 没有值`, `no value from ${gap}`))
      }
      covered = Math.max(covered, value.to + 1)
    }
    if (covered <= to && covered !== Number.POSITIVE_INFINITY) {
      const start = Number.isFinite(covered) ? writeDay(covered) : policy.from
      faults.push(fault([...path], `${start} 起没有值`, `no value from ${start}`))
    }
    return faults
  })
}

/** Bounds where the conditions hold that do so on every day of the policy, without the one at a place. */
function boundsUnder(prepared: PreparedPolicy, without?: number): Bounds {
  const { conditions, from, to } = prepared
  return conditions
    .filter((one, place) => place !== without && one.from <= from && one.to >= to)
    .reduce((so: Bounds, { when }) => narrow(when, so), boundsOf(prepared))
}

/** A condition that cannot fail, or cannot hold, given types, ranges and the other conditions. */
function checkConditions(prepared: PreparedPolicy): Fault[] {
  const { conditions } = prepared
  return conditions.flatMap(({ when }, place) => {
    const certain = certainty(when, boundsUnder(prepared, place))
    const path = ['conditions', place, 'when']
    const { from, to } = prepared.policy.conditions[place]!
    const dates = [from, to].map((day) => day && readDay(day))
    if (dates.some((day) => typeof day === 'number' && (day < prepared.from || day > prepared.to)))
      return [fault(['conditions', place], '日期超出政策的期限', 'its days lie outside those of the policy')]
    if (certain === true) return [fault(path, '这一条不可能不满足', 'this condition can never fail')]
    return certain === false ? [fault(path, '这一条不可能满足', 'this condition can never hold')] : []
  })
}

/** Nothing is divided by what may be zero, and no amount falls below zero. */
function checkAmounts(prepared: PreparedPolicy): Fault[] {
  const { conditions, amount, definitions } = { ...prepared, definitions: prepared.policy.definitions ?? [] }
  const free = boundsOf(prepared)
  const whole = [...conditions.map(({ when }) => when), amount]
  const zero = whole.flatMap(divisorsOf).some((divisor) => (intervalOf(divisor, free).min?.n ?? 0n) <= 0n)
  const least = intervalOf(amount, boundsUnder(prepared)).min
  return [
    ...(zero
      ? [
          fault(
            [definitions.length > 0 ? 'definitions' : 'amount'],
            '除数可能为零，给它写上最小值',
            'a divisor may be zero; give it a least value',
          ),
        ]
      : []),
    ...(!least || least.n < 0n
      ? [fault(['amount', 'is'], '金额可能低于零，写上“不低于 0元”', 'the amount may fall below zero; say 不低于 0元')]
      : []),
  ]
}
