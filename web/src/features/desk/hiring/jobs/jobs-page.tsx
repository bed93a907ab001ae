import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../../ui/filter/text-filter.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { ExportButton } from '../../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { jobs } from '../queries.ts'
import { useJobColumns } from './job-columns.tsx'

const STATES = ['draft', 'waiting', 'open', 'unlisted', 'refused', 'closed'] as const
const stateOf = (text: string | undefined) => STATES.find((each) => each === text)
const route = getRouteApi('/desk/$organisationId/jobs')

/** The postings of an organisation: where each stands, and why one is not shown. */
export function JobsPage() {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const params = { organisationId }
  const search = route.useSearch()
  const columns = useJobColumns()
  const status = stateOf(search.status)
  const list = usePages(['desk', organisationId, 'jobs', search.q, status], (cursor) =>
    jobs.ownJobs({ params, query: { q: search.q, status, cursor, limit: 50 } }),
  )
  return (
    <Page
      title={t('jobs.title')}
      lead={t('jobs.lead')}
      actions={
        <>
          <ButtonLink to="/desk/$organisationId/jobs/import" params={params}>
            {t('imports.jobs')}
          </ButtonLink>
          <ButtonLink kind="primary" to="/desk/$organisationId/jobs/new" params={params}>
            {t('posting.new')}
          </ButtonLink>
        </>
      }
    >
      <Toolbar actions={<ExportButton name={t('jobs.title')} columns={columns} rows={list} />}>
        <Filters />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('jobs.title')}
        columns={columns}
        empty={
          <Empty
            title={t(search.q || status ? 'jobs.noneFound' : 'jobs.none')}
            actions={
              <ButtonLink kind="primary" to="/desk/$organisationId/jobs/new" params={params}>
                {t('posting.new')}
              </ButtonLink>
            }
          >
            <p>{t('jobs.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function Filters() {
  const { t } = useTranslation(['hiring', 'work', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/jobs' })
  const change = (name: 'q' | 'status') => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  const stateName = (value: (typeof STATES)[number]) =>
    value === 'unlisted' ? t('unlisted.title') : t(`work:jobStatus.${value}`)
  return (
    <>
      <TextFilter label={t('jobs.find')} value={search.q ?? ''} onChange={change('q')} />
      <ChoiceFilter
        label={t('jobs.state')}
        value={stateOf(search.status) ?? ''}
        onChange={change('status')}
        choices={STATES.map((value) => ({ value, label: stateName(value) }))}
        all={t('ui:table.all')}
      />
    </>
  )
}
