import type { Decision, Tried } from '@renshu/contracts'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import { DecisionView } from '../../decision/decision-view.tsx'
import { useAmountText } from '../../values/amount.tsx'

/** What is granted: nothing while it is refused or out of force. */
const granted = ({ outcome, amount }: Decision) => (outcome === 'granted' || outcome === 'unknown' ? amount : null)

/** The policy as it is beside the policy as it would be, over the same facts. */
export function TrialResult({ of: { before, after } }: { of: Tried }) {
  const { t } = useTranslation(['entitlements', 'policy'])
  const amountText = useAmountText()
  const title = useRef<HTMLHeadingElement>(null)
  useEffect(() => title.current?.focus(), [before])
  const said = (decision: Decision) => {
    const amount = granted(decision)
    return [t(`policy:outcome.${decision.outcome}`), amount && amountText(amount)].filter(Boolean).join(' ')
  }
  const [was, is] = [granted(before), granted(after)]
  const unit = (is ?? was)?.unit ?? 'fen'
  const value = (is?.value ?? 0) - (was?.value ?? 0)
  return (
    <section className="stack">
      <h2 ref={title} tabIndex={-1}>
        {t('trial.result')}
      </h2>
      <Facts
        of={[
          [t('budget.before'), said(before)],
          [t('budget.after'), said(after)],
          [t('trial.difference'), value === 0 ? t('trial.same') : amountText({ unit, value })],
        ]}
      />
      <div className="pair">
        <Card title={t('budget.before')}>
          <DecisionView of={before} name={t('budget.before')} />
        </Card>
        <Card title={t('budget.after')}>
          <DecisionView of={after} name={t('budget.after')} />
        </Card>
      </div>
    </section>
  )
}
