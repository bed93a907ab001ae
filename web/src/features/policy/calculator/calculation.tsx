import type { Decision, PolicyPage, Question } from '@renshu/contracts'
import { lazy, Suspense, useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { DecisionView } from '../decision/decision-view.tsx'
import type { Decider } from './deciders.ts'
import { KnownFacts } from './known-facts.tsx'
import { QuestionForm } from './question-form.tsx'
import { useCalculation } from './use-calculation.ts'

/** Strangers keep nothing: it comes only with somebody who is signed in. */
const KeepDecision = lazy(async () => ({ default: (await import('./keep-decision.tsx')).KeepDecision }))
/** There is nothing to clear at first. */
const StartAgain = lazy(async () => ({ default: (await import('./start-again.tsx')).StartAgain }))

interface CalculationProps {
  policy: PolicyPage
  decider: Decider
}

/** One question at a time, what is known so far, and what follows from it. */
export function Calculation({ policy, decider }: CalculationProps) {
  const calculation = useCalculation(policy.key, decider)
  const [editing, setEditing] = useState<string | null>(null)
  const { query, facts, clear } = calculation
  const isAnswered = Object.keys(facts).length > 0
  return (
    <>
      <Answer of={query}>
        {(decision) => (
          <div className="calculator">
            <div className="stack">
              <Asking
                decision={decision}
                edited={policy.facts.find(({ key }) => key === editing) ?? null}
                calculation={calculation}
                onDone={() => setEditing(null)}
              />
              <KnownFacts decision={decision} onEdit={setEditing} />
            </div>
            <div className="stack">
              <DecisionView of={decision} />
              {decider.keep && (
                <Suspense fallback={null}>
                  <KeepDecision policy={policy.key} facts={facts} decider={decider} />
                </Suspense>
              )}
            </div>
          </div>
        )}
      </Answer>
      {isAnswered && (
        <div>
          <Suspense fallback={null}>
            <StartAgain onClear={clear} />
          </Suspense>
        </div>
      )}
    </>
  )
}

interface AskingProps {
  decision: Decision
  /** A fact that was answered and is being changed. */
  edited: Question | null
  calculation: ReturnType<typeof useCalculation>
  onDone: () => void
}

/** The question that is worth asking now; none where the rest changes nothing. */
function Asking({ decision, edited, calculation, onDone }: AskingProps) {
  const { t } = useTranslation('policy')
  const { skipped, askSkipped } = calculation
  const open = decision.missing.filter(({ key }) => !skipped.includes(key))
  const question = edited ?? open[0]
  if (question)
    return (
      <QuestionForm
        key={question.key}
        question={question}
        left={edited ? null : open.length}
        calculation={calculation}
        onDone={onDone}
      />
    )
  if (!decision.missing.length) return <Ended moved={calculation.moved}>{t('calculator.complete')}</Ended>
  return (
    <div className="stack">
      <Ended moved={calculation.moved}>{t('calculator.passed', { count: decision.missing.length })}</Ended>
      <div>
        <Button onClick={askSkipped}>{t('calculator.askAgain')}</Button>
      </div>
    </div>
  )
}

/** Where the questions end the focus stays here, so that the way on is read out. */
function Ended({ moved, children }: { moved: boolean; children: string }) {
  const text = useRef<HTMLParagraphElement>(null)
  useEffect(() => {
    if (moved) text.current?.focus()
    // Only when the questions end, not while an answer is changed.
  }, [])
  return (
    <p ref={text} tabIndex={-1} className="note">
      {children}
    </p>
  )
}
