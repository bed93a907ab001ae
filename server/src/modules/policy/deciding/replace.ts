import type { ReplacedValue } from '@renshu/contracts'
import { type DatedValue, type Policy, preparePolicy } from '@renshu/policy'
import type { PolicyDesk } from '../desk.ts'
import { fail } from '../errors.ts'
import type { PolicyInUse } from '../library/in-use.ts'

const tried = ({ value, from, to }: ReplacedValue, policy: Policy, known: string): DatedValue => ({
  from: from ?? policy.from,
  ...(to !== undefined && { to }),
  // Of two values for a day the later known one holds, and of those known on one day the later written.
  known,
  value: value as DatedValue['value'],
  example: '示例',
})

/**
 * A policy with values of parameters replaced for some days, as if they had become known on `known`.
 * @throws policy.valuesWrong
 */
export function withReplaced(
  inUse: PolicyInUse,
  values: readonly ReplacedValue[],
  known: string,
  { language = 'zh' }: Pick<PolicyDesk, 'language'>,
): PolicyInUse {
  if (values.length === 0) return inUse
  const { policy } = inUse.prepared
  for (const { parameter } of values)
    if (policy.parameters.every(({ name }) => name !== parameter))
      throw fail.valuesWrong({ reason: language === 'zh' ? `没有标准“${parameter}”` : `there is no “${parameter}”` })
  const parameters = policy.parameters.map((parameter) => {
    const own = values.filter((value) => value.parameter === parameter.name).map((value) => tried(value, policy, known))
    return own.length === 0 ? parameter : { ...parameter, values: [...parameter.values, ...own] }
  })
  const read = preparePolicy({ ...policy, parameters })
  if ('faults' in read) throw fail.valuesWrong({ reason: read.faults[0]!.reason[language] })
  return { ...inUse, prepared: read.prepared }
}
