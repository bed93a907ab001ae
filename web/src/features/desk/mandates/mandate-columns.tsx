import { type Mandate } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { day, dayOf, instant } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { MANDATE_TONE, stateOf } from './mandate-state.ts'

const endedAt = ({ withdrawnAt, declinedAt }: Mandate) => withdrawnAt ?? declinedAt

/** What a mandate covers, its days and where it stands: the same whoever reads it. */
export function useTerms(): Column<Mandate>[] {
  const { t } = useTranslation(['desk', 'me', 'ui'])
  const today = dayOf(now())
  return [
    {
      key: 'purposes',
      title: t('mandates.purposes'),
      cell: ({ purposes }) => purposes.map((each) => t(`me:purpose.${each}`)).join(t('ui:comma')),
    },
    { key: 'from', short: true, title: t('mandates.from'), cell: ({ from }) => day(from) },
    { key: 'until', short: true, title: t('mandates.until'), cell: ({ until }) => day(until) },
    { key: 'givenBy', short: true, title: t('mandates.givenBy'), cell: ({ givenBy }) => givenBy },
    { key: 'answeredBy', short: true, title: t('mandates.answeredBy'), cell: ({ answeredBy }) => answeredBy },
    {
      key: 'state',
      title: t('mandates.state'),
      cell: (mandate) => {
        const state = stateOf(mandate, today)
        return (
          <span className="row">
            <Status tone={MANDATE_TONE[state]}>{t(`mandates.is.${state}`)}</Status>
            {endedAt(mandate) && <span className="small quiet">{instant(endedAt(mandate)!)}</span>}
          </span>
        )
      },
    },
  ]
}
