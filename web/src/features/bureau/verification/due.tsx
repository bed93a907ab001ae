import type { Waiting } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'

type Clock = Pick<ReturnType<typeof Waiting.parse>, 'dueOn' | 'awaitsCalendar' | 'overdue'>

/** The last day for deciding, or why there is none yet. */
export function Due({ dueOn, awaitsCalendar, overdue }: Clock) {
  const { t } = useTranslation('bureau')
  if (awaitsCalendar) return t('inbox.awaitsCalendar')
  return (
    <>
      {dueOn ? day(dueOn) : '-'} {overdue && <Status tone="bad">{t('inbox.overdue')}</Status>}
    </>
  )
}
