import type { PolicyPage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { PolicyState, useUntil } from '../library/policy-card.tsx'
import { ServiceLink } from '../library/service-link.tsx'
import { StaleNotes } from '../library/stale-notes.tsx'
import { Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'

/** What everybody asks first: who, how much, until when, and where to begin. */
export function FirstFacts({ of: policy }: { of: PolicyPage }) {
  const { t } = useTranslation('policy')
  const { subject, amount, changedOn, stale, service } = policy
  return (
    <Card>
      <div className="stack">
        <Facts
          of={[
            [t('first.who'), t(`subject.${subject}Text`)],
            [
              t('first.howMuch'),
              <>
                <Zh>{amount.words}</Zh>
                {t(`period.${amount.period}`)} {amount.example && <Example />}
              </>,
            ],
            [
              t('first.until'),
              <span className="row">
                {useUntil(policy)} <PolicyState policy={policy} />
              </span>,
            ],
            [t('first.changed'), day(changedOn)],
          ]}
        />
        <StaleNotes of={stale} />
        <div className="row">
          <a className="button primary" href="#calculator">
            {t('first.calculate')}
          </a>
          {service ? <ServiceLink service={service} /> : <span className="quiet">{t('first.noService')}</span>}
        </div>
      </div>
    </Card>
  )
}
