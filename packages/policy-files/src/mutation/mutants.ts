import {
  type DatedValue,
  type Limit,
  type Parameter,
  type Plain,
  type Policy,
  readDay,
  readValue,
  stepValue,
  typeOf,
  writeDay,
  writeValue,
} from '@renshu/policy'
import { rewritesOf } from './rewrite.ts'

/** A policy with one mistake in it. */
export type Mutant = { what: string; policy: Policy }

/** Every policy that differs from this one by one plausible mistake. */
export function mutantsOf(policy: Policy): Mutant[] {
  return [
    ...conditionMutants(policy),
    ...expressionMutants(policy, 'amount.is', policy.amount.is, (is) => ({ amount: { ...policy.amount, is } })),
    ...(policy.definitions ?? []).flatMap((definition, place, definitions) =>
      expressionMutants(policy, definition.name, definition.is, (is) => ({
        definitions: definitions.with(place, { ...definition, is }),
      })),
    ),
    ...limitMutants(policy),
    ...policy.parameters.flatMap((parameter, place) => parameterMutants(policy, parameter, place)),
    ...dateMutants(policy),
  ]
}

function expressionMutants(
  policy: Policy,
  where: string,
  source: string,
  change: (changed: string) => Partial<Policy>,
): Mutant[] {
  const kinds = [...policy.parameters, ...policy.facts].map(({ name, ...rest }) => ({ name, kind: kindOf(rest) }))
  const alike = (name: string): string[] => {
    const kind = kinds.find((one) => one.name === name)?.kind
    return kinds.filter((one) => one.kind === kind && one.name !== name).map((one) => one.name)
  }
  return rewritesOf(source, alike).map((changed) => ({
    what: `${where}: ${source} → ${changed}`,
    policy: { ...policy, ...change(changed) },
  }))
}

const kindOf = ({
  type,
  ...rest
}: Pick<Parameter, 'type'> & { options?: unknown; by?: string; steps?: string }): string =>
  JSON.stringify([type, rest.options, rest.by, rest.steps])

function conditionMutants(policy: Policy): Mutant[] {
  return policy.conditions.flatMap((condition, place, conditions) => [
    { what: `without condition ${condition.id}`, policy: { ...policy, conditions: conditions.toSpliced(place, 1) } },
    ...expressionMutants(policy, condition.id, condition.when, (when) => ({
      conditions: conditions.with(place, { ...condition, when }),
    })),
  ])
}

const NO_EXPRESSION = new Set(['id', 'kind', 'clause', 'text', 'source', 'example', 'within', 'with', 'same'])

function limitMutants(policy: Policy): Mutant[] {
  const limits = policy.limits ?? []
  return limits.flatMap((limit, place) => {
    const put = (changed: object) => ({ limits: limits.with(place, { ...limit, ...changed } as Limit) })
    const mutant = (what: string, changed: object): Mutant => ({
      what: `${limit.id}: ${what}`,
      policy: { ...policy, ...put(changed) },
    })
    const expressions = Object.entries(limit).filter(
      ([key]) => !NO_EXPRESSION.has(key) || (key === 'within' && limit.kind === 'deadline'),
    )
    const span = 'within' in limit && limit.kind !== 'deadline' ? limit.within : undefined
    const lists = (['with', 'same'] as const).flatMap((key) => {
      const list = (limit as Record<string, unknown>)[key] as readonly string[] | undefined
      return (list ?? []).map((name, at) => mutant(`${key} without ${name}`, { [key]: list!.toSpliced(at, 1) }))
    })
    return [
      { what: `without limit ${limit.id}`, policy: { ...policy, limits: limits.toSpliced(place, 1) } },
      ...expressions.flatMap(([key, source]) =>
        expressionMutants(policy, `${limit.id}.${key}`, source as string, (changed) => put({ [key]: changed })),
      ),
      ...(span ? [mutant('another span', { within: span === 'ever' ? 'year' : 'ever' })] : []),
      ...lists,
    ]
  })
}

function parameterMutants(policy: Policy, parameter: Parameter, place: number): Mutant[] {
  return parameter.values.flatMap((dated, index) => {
    const put = (changed: Partial<DatedValue>): Policy => {
      const values = parameter.values.with(index, { ...dated, ...changed })
      return { ...policy, parameters: policy.parameters.with(place, { ...parameter, values }) }
    }
    const what = (how: string) => `${parameter.name}[${index}] ${how}`
    return [
      ...valuesNear(parameter, dated.value).map((value) => ({
        what: what(`${JSON.stringify(dated.value)} → ${JSON.stringify(value)}`),
        policy: put({ value }),
      })),
      { what: what('a day later'), policy: put({ from: shiftDay(dated.from, 1) }) },
      ...(dated.to === undefined
        ? []
        : [{ what: what('ends a day sooner'), policy: put({ to: shiftDay(dated.to, -1) }) }]),
    ]
  })
}

const shiftDay = (day: string, by: number): string => writeDay(readDay(day)! + by)

function valuesNear({ type, by, steps }: Parameter, value: DatedValue['value']): DatedValue['value'][] {
  const near = (written: Plain, name = type): Plain[] => {
    const of = typeOf(name)
    const read = readValue(of, written)
    return read === undefined || name === 'boolean'
      ? []
      : [1, -1].map((one) => writeValue(of, stepValue(of, read, one)))
  }
  if (steps) {
    const list = value as readonly { from: Plain; value: Plain }[]
    return list.flatMap((step, place) => [
      ...near(step.value).map((changed) => list.with(place, { ...step, value: changed })),
      ...(place > 0 ? near(step.from, steps) : []).map((from) => list.with(place, { ...step, from })),
    ])
  }
  if (by === undefined) return near(value as Plain)
  const rows = Object.entries(value as Record<string, Plain>)
  return rows.flatMap(([option, row]) => near(row).map((changed) => ({ ...(value as object), [option]: changed })))
}

function dateMutants(policy: Policy): Mutant[] {
  const shifts = [-1, 1]
  return [
    ...shifts.map((by) => ({ what: `from ${by} day`, policy: { ...policy, from: shiftDay(policy.from, by) } })),
    ...(policy.to === undefined ? [] : shifts).map((by) => ({
      what: `to ${by} day`,
      policy: { ...policy, to: shiftDay(policy.to!, by) },
    })),
  ]
}
