import { useTranslation } from 'react-i18next'
import { day, dayOf } from '../../ui/format.ts'
import { daysAhead, now } from '../clock.ts'

/** Says on every page of a development server that its clock is ahead, and which day it takes for today. */
export function ClockNote() {
  const { t } = useTranslation('ui')
  const days = daysAhead()
  if (!days) return null
  return <p className="offline">{t('clockAhead', { days, today: day(dayOf(now())) })}</p>
}
