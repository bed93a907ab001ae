import type { Standing } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../ui/format.ts'
import { Popover } from '../../ui/dialog/popover.tsx'
import { Status } from '../../ui/status.tsx'
import { BusinessTypes } from './business-types.tsx'

interface StandingCardProps {
  standing: Standing
  title?: string
}

/** Whether an organisation may act, and each condition that makes it so. */
export function StandingCard({ standing: { may, reasons, activities, changesOn }, title }: StandingCardProps) {
  const { t } = useTranslation(['registry', 'ui'])
  return (
    <section className="card stack">
      <div className="row">
        <h2>{title ?? t('standing.title')}</h2>
        <Status tone={may ? 'good' : 'warn'}>{t(may ? 'standing.may' : 'standing.mayNot')}</Status>
        <Popover label={t('ui:figure.definitionOf', { label: t('standing.title') })} face="?">
          {t('standing.definition')}
        </Popover>
      </div>
      <ul className="plain stack">
        {reasons.map(({ condition, met, reason, since, until }) => (
          <li key={condition} className="row">
            <Status tone={met ? 'good' : 'bad'}>{t(met ? 'standing.met' : 'standing.notMet')}</Status>
            <span>
              {t(`standing.condition.${condition}`)}
              {t('ui:colon')}
              {t(`standing.reason.${reason}`)}
            </span>
            <span className="small quiet">
              {since && t('standing.since', { day: day(since) })} {until && t('standing.until', { day: day(until) })}
            </span>
          </li>
        ))}
      </ul>
      {activities.length > 0 && (
        <p>
          {t('standing.activities')}
          {t('ui:colon')}
          <BusinessTypes of={activities} />
        </p>
      )}
      {changesOn && <p className="small quiet">{t('standing.changesOn', { day: day(changesOn) })}</p>}
    </section>
  )
}
