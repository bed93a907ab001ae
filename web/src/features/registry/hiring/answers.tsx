import { hiringRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../../app/client.ts'
import { Figure } from '../../../ui/figure.tsx'
import { day, number } from '../../../ui/format.ts'

const publicHiring = plainClient(hiringRoutes)
const BASIS_POINTS = 100

/** How often and how fast an organisation answers who applies; with too few applications why nothing is shown. */
export function Answers({ organisationId }: { organisationId: string }) {
  const { t } = useTranslation('registry')
  const { data } = useQuery({
    queryKey: ['organisation', organisationId, 'answers'],
    queryFn: () => publicHiring.answers({ params: { organisationId } }),
    retry: false,
  })
  if (!data || data.least === null) return null
  const { since, least, counted, answered, medianDays } = data
  const few = counted === null && <span className="small quiet">{t('hiring.few', { least: number(least) })}</span>
  const span = { since: day(since), counted: counted === null ? '-' : number(counted), least: number(least) }
  return (
    <>
      <Figure
        label={t('hiring.answered')}
        value={answered === null ? null : Math.round(answered / BASIS_POINTS)}
        unit="%"
        definition={t('hiring.answeredIs', span)}
        link={few}
      />
      <Figure
        label={t('hiring.medianDays')}
        value={medianDays}
        unit={t('hiring.days')}
        definition={t('hiring.medianDaysIs', span)}
        link={few}
      />
    </>
  )
}
