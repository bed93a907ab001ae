import type { Process } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Toolbar } from '../../../../ui/filter/filter.tsx'
import { day, instant } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { DistrictFilter } from '../district-filter.tsx'
import { hiring } from '../queries.ts'

const route = getRouteApi('/bureau/placements')

/** Starts that wait for a confirmation, objections among them. */
export function PlacementsPage() {
  const { t } = useTranslation('market')
  const { district } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/placements' })
  const columns = useColumns()
  const list = usePages(['bureau', 'placements', district], (cursor) =>
    hiring.placements({ query: { district, cursor, limit: 50 } }),
  )
  return (
    <Page title={t('placements.title')} lead={t('placements.lead')}>
      <Toolbar>
        <DistrictFilter
          value={district}
          onChange={(value) => void navigate({ search: value ? { district: value } : {}, replace: true })}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('placements.title')}
        columns={columns}
        empty={<Empty title={t('placements.none')} />}
      />
    </Page>
  )
}

function useColumns(): Column<Process>[] {
  const { t } = useTranslation(['market', 'hiring'])
  return [
    {
      key: 'person',
      title: t('claims.person'),
      cell: ({ id, talent }) => (
        <Link to="/bureau/placements/$processId" params={{ processId: id }}>
          {talent.name}
        </Link>
      ),
    },
    { key: 'organisation', title: t('silence.organisation'), cell: ({ organisation }) => organisation.name },
    { key: 'job', title: t('hiring:jobs.posting'), cell: ({ job }) => job.title },
    {
      key: 'startedOn',
      title: t('hiring:placement.startedOn'),
      short: true,
      cell: ({ placement }) => (placement ? day(placement.startedOn) : '-'),
    },
    {
      key: 'state',
      title: t('placements.state'),
      cell: ({ placement }) => {
        if (placement?.disputed) return <Status tone="bad">{t('placements.disputed')}</Status>
        const by = placement?.confirmedByEmployer ? 'employer' : placement?.confirmedByTalent ? 'talent' : 'nobody'
        return <Status tone="warn">{t(`placements.${by}`)}</Status>
      },
    },
    {
      key: 'changedAt',
      title: t('hiring:process.changedAt'),
      short: true,
      cell: ({ changedAt }) => instant(changedAt),
    },
  ]
}
