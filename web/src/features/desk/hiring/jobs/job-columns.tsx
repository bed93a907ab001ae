import type { JobRecord } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { day, monthlyPay, number } from '../../../../ui/format.ts'
import type { Column } from '../../../../ui/table/columns.ts'
import { usePlaceName } from '../../../jobs/place-names.ts'
import { useOrganisationId } from '../../queries.ts'
import { JobState } from './job-state.tsx'

function useDayColumns(): Column<JobRecord>[] {
  const { t } = useTranslation('hiring')
  return [
    {
      key: 'confirmedOn',
      title: t('jobs.confirmedOn'),
      definition: t('jobs.confirmedText'),
      short: true,
      plain: ({ confirmedOn }) => confirmedOn,
      cell: ({ confirmedOn }) => (confirmedOn ? day(confirmedOn) : '-'),
    },
    {
      key: 'validUntil',
      title: t('posting.validUntil'),
      short: true,
      plain: ({ validUntil }) => validUntil,
      cell: ({ validUntil }) => day(validUntil),
    },
  ]
}

/** A posting in the list of its organisation. */
export function useJobColumns(): Column<JobRecord>[] {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const organisationId = useOrganisationId()
  const days = useDayColumns()
  const placeName = usePlaceName()
  const placesOf = ({ places }: JobRecord) => places.map(({ name }) => placeName(name)).join(t('ui:comma'))
  return [
    {
      key: 'title',
      title: t('jobs.posting'),
      plain: ({ title }) => title,
      cell: ({ id, title, employer, agency }) => (
        <>
          <Link to="/desk/$organisationId/jobs/$jobId" params={{ organisationId, jobId: id }}>
            {title}
          </Link>
          {agency && <div className="small quiet">{t('jobs.for', { employer: employer.name })}</div>}
        </>
      ),
    },
    {
      key: 'state',
      title: t('jobs.state'),
      plain: ({ status }) => t(`work:jobStatus.${status}`),
      cell: (job) => <JobState of={job} />,
    },
    {
      key: 'openings',
      title: t('jobs.openings'),
      align: 'end',
      plain: ({ openings }) => openings,
      cell: ({ openings }) => number(openings),
    },
    {
      key: 'pay',
      title: t('jobs.pay'),
      short: true,
      plain: ({ salary }) => monthlyPay(salary),
      cell: ({ salary }) => monthlyPay(salary),
    },
    { key: 'places', title: t('posting.places'), plain: placesOf, cell: placesOf },
    ...days,
  ]
}
