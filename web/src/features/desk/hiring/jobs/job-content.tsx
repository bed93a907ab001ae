import type { JobRecord, JobVersion } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Facts } from '../../../../ui/facts.tsx'
import { day, instant, monthlyPay } from '../../../../ui/format.ts'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Status } from '../../../../ui/status.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { useOrganisationId } from '../../queries.ts'
import { MarketBand } from '../posting/market-band.tsx'
import { SignalText } from '../posting/signals.tsx'
import { jobs } from '../queries.ts'

/** What the posting says, with what was found in it, and what it said before. */
export const JobContent = ({ job }: { job: JobRecord }) => (
  <div className="split">
    <div className="stack">
      <Said job={job} />
    </div>
    <Versions jobId={job.id} />
  </div>
)

export function Said({ job }: { job: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
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
                  {name} {address} {t('work:openings', { count: openings })}
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

function Versions({ jobId }: { jobId: string }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const query = useQuery({
    queryKey: ['desk', organisationId, 'job', jobId, 'versions'],
    queryFn: () => jobs.versions({ params: { organisationId, jobId } }),
  })
  return (
    <Card title={t('versions.title')}>
      <Answer of={query}>
        {({ items }) => (
          <Timeline
            of={items.map((each) => ({
              id: String(each.version),
              title: (
                <span className="row">
                  {t('versions.number', { number: each.version })}
                  {each.approved && <Status tone="good">{t('versions.approved')}</Status>}
                </span>
              ),
              about: `${instant(each.savedAt)} ${each.savedBy}`,
              text: <Changes of={each} />,
            }))}
          />
        )}
      </Answer>
    </Card>
  )
}

const isNamed = (names: Record<string, string>, field: string) => Object.hasOwn(names, field)

function Changes({ of: { changes } }: { of: JobVersion }) {
  const { t } = useTranslation('hiring')
  const names = t('versions.field', { returnObjects: true }) as Record<string, string>
  return changes.map(({ field, before, after }) => (
    <span key={field} className="change small">
      <strong>{isNamed(names, field) ? names[field] : field}</strong>
      <del>{before}</del>
      <ins>{after}</ins>
    </span>
  ))
}
