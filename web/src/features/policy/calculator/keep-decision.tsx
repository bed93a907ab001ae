import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { DecisionLink } from '../own/links.tsx'
import { keyOf } from '../own/owner.ts'
import type { Decider, GivenFacts } from './deciders.ts'

interface KeepDecisionProps {
  policy: string
  facts: GivenFacts
  decider: Decider
}

/** Keeps the decision as it stands, to open it again and have it decided again. */
export function KeepDecision({ policy, facts, decider: { keep, keeper } }: KeepDecisionProps) {
  const { t } = useTranslation('policy')
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const [kept, setKept] = useState<{ id: string; facts: GivenFacts } | null>(null)
  if (!keep || !keeper) return null
  const run = () =>
    attempt(async () => {
      const { id } = await keep(policy, facts)
      setKept({ id, facts })
      await client.invalidateQueries({ queryKey: keyOf(keeper) })
    })
  return (
    <div className="stack">
      {error && <ProblemNote error={error} />}
      {kept?.facts === facts ? (
        <p role="status">
          {t('keep.done')}{' '}
          <DecisionLink keeper={keeper} decisionId={kept.id}>
            {t('keep.open')}
          </DecisionLink>
        </p>
      ) : (
        <div>
          <Button disabled={pending} onClick={() => void run()}>
            {t('keep.action')}
          </Button>
        </div>
      )}
    </div>
  )
}
