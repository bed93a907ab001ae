import type { Decision, PlainValue } from '@renshu/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { dropDraft, keepDraft, readDraft } from '../../../ui/form/draft.ts'
import { useAttempt } from '../../../ui/use-attempt.ts'
import type { Decider, GivenFacts } from './deciders.ts'

/** What was answered so far, in this tab: what is known, what was passed over, what is being typed. */
interface Answers {
  facts: GivenFacts
  skipped: readonly string[]
  typed: Record<string, string>
}
const NOTHING: Answers = { facts: {}, skipped: [], typed: {} }

export type Calculation = ReturnType<typeof useCalculation>

/** Answers of one policy for one subject, and the decision that follows from them. A wrong answer changes nothing. */
export function useCalculation(policy: string, decider: Decider) {
  const draft = `policy.${policy}.${decider.id}`
  const [answers, setAnswers] = useState<Answers>(() => ({ ...NOTHING, ...readDraft(draft) }))
  const [moved, setMoved] = useState(false)
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const asking = (facts: GivenFacts) => ({
    queryKey: ['policy', policy, 'decision', decider.id, facts],
    queryFn: (): Promise<Decision> => decider.decide(policy, facts),
    staleTime: 60_000,
  })
  const query = useQuery({ ...asking(answers.facts), placeholderData: keepPreviousData })
  const put = (next: Answers) => {
    setAnswers(next)
    setMoved(true)
    keepDraft(draft, { ...next })
  }
  const answer = (key: string, value: PlainValue) =>
    attempt(async () => {
      const facts = { ...answers.facts, [key]: value }
      await client.fetchQuery(asking(facts))
      const { [key]: _, ...typed } = answers.typed
      put({ facts, typed, skipped: answers.skipped.filter((each) => each !== key) })
    })
  const clear = () => {
    setAnswers(NOTHING)
    dropDraft(draft)
  }
  return {
    ...answers,
    /** Something was done here since the page was opened. */
    moved,
    query,
    pending,
    error,
    answer,
    skip: (key: string) => put({ ...answers, skipped: [...answers.skipped, key] }),
    askSkipped: () => put({ ...answers, skipped: [] }),
    write: (key: string, text: string) => put({ ...answers, typed: { ...answers.typed, [key]: text } }),
    clear,
  }
}
