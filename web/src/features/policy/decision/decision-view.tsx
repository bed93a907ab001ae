import type { Decision } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { useAmountText, Zh } from '../values/amount.tsx'
import { shownValue } from '../values/shown.ts'
import { OUTCOME_TONE } from '../values/tones.ts'
import { Basis } from './basis.tsx'
import { Checks } from './checks.tsx'

/** A decision: outcome and amount with its arithmetic, each condition, what would change it, what it rests on. */
export function DecisionView({ of: decision, name }: { of: Decision; name?: string }) {
  const { t } = useTranslation('policy')
  const { conditions, limits, history, needsHistory, effective, known, version } = decision
  return (
    <section className="stack decision" aria-label={name ?? t('decision.title')}>
      <Result of={decision} />
      {needsHistory && <p className="note warn">{t('decision.needsHistory')}</p>}
      <Checks title={t('decision.conditions')} of={conditions} decision={decision} />
      {limits.length > 0 && <Checks title={t('decision.limits')} of={limits} decision={decision} />}
      {history.length > 0 && (
        <div>
          <h3>{t('decision.history')}</h3>
          <ul>
            {history.map(({ policy, title, on, shown }, at) => (
              <li key={at}>
                {day(on)} {title ? nameIn(title) : policy} {shownValue(shown)}
              </li>
            ))}
          </ul>
        </div>
      )}
      <Basis of={decision} />
      <p className="small quiet">
        {t('decision.days', { effective: day(effective), known: day(known), version: version.slice(0, 12) })}
      </p>
    </section>
  )
}

/** Said aloud whenever an answer changes it. */
function Result({ of: { outcome, amount } }: { of: Decision }) {
  const { t } = useTranslation('policy')
  const amountText = useAmountText()
  return (
    <div role="status">
      <p className="row">
        <Status tone={OUTCOME_TONE[outcome]}>{t(`outcome.${outcome}`)}</Status>
        <span>{t(`outcome.${outcome}Text`)}</span>
      </p>
      {amount && outcome !== 'refused' && outcome !== 'notInForce' && (
        <>
          <p className="pay large">
            {amountText(amount)}
            {amount.provisional && <span className="small quiet"> {t('decision.provisional')}</span>}
          </p>
          <p className="arithmetic">
            {t('decision.arithmetic')}
            <Zh>{amount.arithmetic}</Zh>
          </p>
          <p className="small quiet">
            {t('clause')}
            <Zh>{amount.clause}</Zh>
          </p>
        </>
      )}
    </div>
  )
}
