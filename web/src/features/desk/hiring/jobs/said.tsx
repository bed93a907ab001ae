import type { JobRecord } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import { day, monthlyPay } from '../../../../ui/format.ts'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { MarketBand } from '../posting/market-band.tsx'
import { SignalText } from '../screening/signals.tsx'

/** What a posting says, with what was found in its words marked. */
export function Said({ job }: { job: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const placeName = usePlaceName()
  const joined = (names: readonly string[]) => names.join(t('ui:comma'))
  return (
    <>
      <Card title={t('posting.form')}>
        <Facts
          of={[
            [t('posting.title'), <SignalText key="title" text={job.title} field="title" signals={job.signals} />],
            [t('jobs.employer'), job.employer.name],
            [t('jobs.agency'), job.agency?.name],
            [t('posting.occupation'), job.occupation && `${job.occupation.name} ${job.occupation.code}`],
            [
              t('posting.places'),
              job.places.map(({ name, address, openings }) => (
                <p key={name + address}>
                  {placeName(name)} {address} {t('work:openings', { count: openings })}
                </p>
              )),
            ],
            [t('jobs.pay'), monthlyPay(job.salary)],
            [t('market.title'), <MarketBand key="market" market={job.market} pay={job.salary} />],
            [t('posting.education'), job.education && t(`work:education.${job.education}`)],
            [t('posting.years'), job.years === null ? null : t('work:years', { count: job.years })],
            [t('posting.employment'), joined(job.employment.map((each) => t(`work:employment.${each}`)))],
            [t('posting.shifts'), joined(job.shifts.map((each) => t(`work:shift.${each}`)))],
            [t('posting.welfare'), joined(job.welfare.map(({ name }) => name))],
            [t('posting.certificates'), joined(job.certificates.map(({ name }) => name))],
            [t('posting.skills'), joined(job.skills)],
            [t('posting.startBy'), job.startBy && day(job.startBy)],
            [t('posting.validUntil'), day(job.validUntil)],
            [t('posting.scope'), t(`work:scope.${job.scope}`)],
          ]}
        />
      </Card>
      <Card title={t('posting.description')}>
        <SignalText text={job.description} field="description" signals={job.signals} />
      </Card>
    </>
  )
}
