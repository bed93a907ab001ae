import { decide, type Decision, FactsError, type PreparedPolicy, type Text } from '@renshu/policy'
import type { Case, Expected } from './case-file.ts'

/** What a case got instead of what it expects; undefined when it got that. */
export function problemOf(prepared: PreparedPolicy, one: Case): Text | undefined {
  try {
    const decision = decide(prepared, one.facts, one)
    return agrees(one.expected, decision) ? undefined : tell(decision)
  } catch (error) {
    if (error instanceof FactsError)
      return {
        zh: error.wrong.map(({ key, reason }) => `${key}：${reason.zh}`).join('；'),
        en: error.message,
      }
    if (error instanceof RangeError)
      return { zh: `不能判定：${error.message}`, en: `cannot be decided: ${error.message}` }
    throw error
  }
}

function agrees(expected: Expected, decision: Decision): boolean {
  const { outcome, amount, missing } = decision
  if ('notInForce' in expected) return outcome === 'notInForce'
  if ('refused' in expected)
    return outcome === 'refused' && expected.refused.toSorted().join() === failing(decision).toSorted().join()
  if ('unknown' in expected) return outcome === 'unknown' && expected.unknown.join() === missing.join()
  if (outcome !== 'granted' || String(amount?.value) !== String(expected.amount)) return false
  return expected.arithmetic === undefined || expected.arithmetic === amount?.arithmetic
}

const failing = ({ conditions, limits }: Decision): string[] =>
  [...conditions, ...limits].filter(({ result }) => result === 'fail').map(({ id }) => id)

function tell(decision: Decision): Text {
  const { outcome, amount, missing } = decision
  const list = (outcome === 'refused' ? failing(decision) : missing).join(', ')
  const paid = amount && `${String(amount.value)} (${amount.arithmetic})`
  switch (outcome) {
    case 'granted':
      return { zh: `得到 ${paid}`, en: `got ${paid}` }
    case 'refused':
      return { zh: `被拒绝：${list}`, en: `was refused by ${list}` }
    case 'unknown':
      return { zh: `无法确定，要问：${list}`, en: `is unknown, asks for ${list}` }
    case 'notInForce':
      return { zh: '政策不在有效期', en: 'the policy is not in force' }
  }
}

/** Ids of the conditions and limits that no case lets pass, or none lets fail or bite. */
export function untriedBy(prepared: PreparedPolicy, cases: readonly Case[]): string[] {
  const seen = new Set<string>()
  for (const one of cases) {
    const { conditions, limits } = decide(prepared, one.facts, one)
    for (const { id, result } of conditions) seen.add(`${id} ${result}`)
    for (const { id, result, took } of limits) seen.add(`${id} ${took === undefined ? result : 'fail'}`)
  }
  const { conditions, limits = [] } = prepared.policy
  return [...conditions, ...limits]
    .map(({ id }) => id)
    .filter((id) => !seen.has(`${id} pass`) || !seen.has(`${id} fail`))
}
