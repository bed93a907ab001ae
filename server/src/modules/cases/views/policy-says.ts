import { type CaseChoice, type CaseDecision, casesFailures } from '@renshu/contracts'
import type { Prepared } from '@renshu/cases'

type Why = Pick<CaseDecision, 'outcome' | 'effective' | 'conditions' | 'limits'>

/** Why the policy gives nothing, clause by clause, in the language of the papers. */
function whyNot({ outcome, effective, conditions, limits }: Why): string {
  if (outcome === 'notInForce') return `${effective} 不在政策执行期内。`
  const failed = conditions.filter(({ result }) => result === 'fail')
  const lines = [
    ...failed.map(({ text, clause, reads }) => {
      const values = reads.flatMap(({ name, shown }) => (shown === null ? [] : [`${name} ${shown}`])).join('，')
      return `不符合“${text.zh}”（${clause}）${values && `：${values}`}。`
    }),
    ...limits.filter(({ result }) => result === 'fail').map(({ text, clause }) => `受“${text.zh}”限制（${clause}）。`),
  ]
  return lines.join('\n')
}

const isOpen = ({ blocked, needs }: CaseChoice): boolean =>
  blocked === null && needs.decision && needs.fields.length === 0 && needs.differences.length === 0

const { code, zh, en } = casesFailures.notEntitled

/**
 * The steps of an officer beside what the policy says of the facts: none grants what it refuses, unless facts are still
 * to be answered or taken over; a refusal is proposed with the clauses that failed, for him to put right.
 */
export function besidePolicy(
  { service }: Prepared,
  choices: readonly CaseChoice[],
  decided: CaseDecision | null,
): CaseChoice[] {
  if (decided?.outcome !== 'refused' && decided?.outcome !== 'notInForce') return [...choices]
  const reason = service.reasons?.find(({ byPolicy }) => byPolicy)?.id ?? null
  const proposed = { reason, words: whyNot(decided) }
  return choices.map((choice) => {
    if (choice.refuses) return { ...choice, needs: { ...choice.needs, proposed } }
    return isOpen(choice) ? { ...choice, blocked: { code, text: { zh, en } } } : choice
  })
}
