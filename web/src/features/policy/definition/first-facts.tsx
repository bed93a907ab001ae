import type { PolicyPage } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day } from '../../../ui/format.ts'
import { PolicyState, useUntil } from '../library/policy-card.tsx'
import { ServiceLink } from '../library/service-link.tsx'
import { StaleNotes } from '../library/stale-notes.tsx'
import { Shown, Zh } from '../values/amount.tsx'
import { Example } from '../values/example.tsx'

/** What everybody asks first: who, how much, until when, and where to begin; by an old text nothing is begun. */
export function FirstFacts({ of: policy, old }: { of: PolicyPage; old: boolean }) {
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
                <Standards of={policy} />
              </>,
            ],
            [
              t('first.until'),
              <span className="row">
                {useUntil(policy)} {!old && <PolicyState policy={policy} />}
              </span>,
            ],
            [t('first.changed'), day(changedOn)],
          ]}
        />
        {!old && (
          <>
            <StaleNotes of={stale} />
            <div className="row">
              <a className="button primary" href="#calculator">
                {t('first.calculate')}
              </a>
              {service ? <ServiceLink service={service} /> : <span className="quiet">{t('first.noService')}</span>}
            </div>
          </>
        )}
      </div>
    </Card>
  )
}

/** The values of today that the amount is computed from. */
function Standards({ of: { paid, parameters, definitions } }: { of: PolicyPage }) {
  const reads = new Set([
    ...paid.is.reads,
    ...definitions.flatMap(({ name, is }) => (paid.is.reads.includes(name) ? is.reads : [])),
  ])
  const values = parameters
    .filter(({ name }) => reads.has(name))
    .flatMap(({ name, values }) => values.filter(({ state }) => state === 'inForce').map((value) => ({ name, value })))
  return (
    <ul className="plain small">
      {values.map(({ name, value: { shown, from, example } }) => (
        <li key={`${name} ${from}`}>
          <Zh>{name}</Zh>{' '}
          <strong>
            <Shown of={shown} />
          </strong>{' '}
          {example && <Example />}
        </li>
      ))}
    </ul>
  )
}
