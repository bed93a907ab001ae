import type { CaseDecision } from '@renshu/contracts'
import type { Plain } from '@renshu/policy'
import type { Decided } from '../../policy/index.ts'

const fenOf = (value: Plain): number | null => (typeof value === 'string' ? Number(value.replace('.', '')) : null)

/** A decision as cases show it: what holds and what does not, each with its clause. */
export function decisionView({ decision, inUse }: Decided, id: string | null = null): CaseDecision {
  const { policy } = inUse.prepared
  const { amount } = decision
  const questions = new Map(policy.facts.map(({ key, question }) => [key, question]))
  return {
    id,
    policy: { key: policy.key, title: policy.title },
    version: { hash: inUse.hash, from: inUse.fromOn, until: inUse.untilOn },
    outcome: decision.outcome,
    amount: amount
      ? {
          fen: fenOf(amount.value),
          months: typeof amount.value === 'number' ? amount.value : null,
          shown: amount.shown,
          arithmetic: amount.arithmetic,
          period: amount.period,
        }
      : null,
    provisional: amount?.provisional ?? false,
    effective: decision.effective,
    known: decision.known,
    conditions: decision.conditions.map(({ id: name, text, clause, result, reads }) => ({
      id: name,
      text,
      clause,
      result,
      reads: reads.map(({ name: of, shown }) => ({ name: of, shown: shown ?? null })),
    })),
    limits: decision.limits.map(({ id: name, text, clause, result, took }) => ({
      id: name,
      text,
      clause,
      result,
      took: took === undefined ? null : String(took as string | number),
    })),
    missing: decision.missing.flatMap((key) => {
      const question = questions.get(key)
      return question ? [{ key, question }] : []
    }),
  }
}
