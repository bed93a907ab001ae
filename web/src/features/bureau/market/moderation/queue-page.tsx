import { JobSignal, type Queued } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { instant, monthlyPay } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { SIGNAL_TONE } from '../../../desk/hiring/screening/signals.tsx'
import { DistrictFilter } from '../district-filter.tsx'
import { jobs } from '../queries.ts'

const KINDS = JobSignal.shape.kind.options
const route = getRouteApi('/bureau/postings')

/** Postings that wait for an officer, and those that somebody reported: the longest waiting first. */
export function QueuePage() {
  const { t } = useTranslation(['market', 'work', 'hiring', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/postings' })
  const columns = useQueueColumns()
  const signal = KINDS.find((each) => each === search.signal)
  const list = usePages(['bureau', 'postings', search.district, signal], (cursor) =>
    jobs.queue({ query: { district: search.district, signal, cursor, limit: 50 } }),
  )
  const change = (name: 'district' | 'signal') => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  return (
    <Page title={t('queue.title')} lead={t('queue.lead')}>
      <Toolbar>
        <DistrictFilter value={search.district} onChange={change('district')} />
        <ChoiceFilter
          label={t('queue.signal')}
          value={signal ?? ''}
          onChange={change('signal')}
          choices={KINDS.map((value) => ({ value, label: t(`work:signal.${value}`) }))}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <PagedTable
        of={list}
        caption={t('queue.title')}
        columns={columns}
        empty={
          <Empty title={t('queue.none')}>
            <p>{t('queue.noneText')}</p>
          </Empty>
        }
      />
    </Page>
  )
}

function useQueueColumns(): Column<Queued>[] {
  const { t } = useTranslation(['market', 'work', 'hiring'])
  return [
    {
      key: 'title',
      title: t('hiring:jobs.posting'),
      cell: ({ id, title, employer }) => (
        <>
          <Link to="/bureau/postings/$jobId" params={{ jobId: id }}>
            {title}
          </Link>
          <div className="small quiet">{employer.name}</div>
        </>
      ),
    },
    {
      key: 'signals',
      title: t('queue.signal'),
      cell: ({ signals, reports }) => (
        <span className="row">
          {signals.map(({ kind, weight, from }, at) => (
            <Status key={`${kind} ${from} ${at}`} tone={SIGNAL_TONE[weight]}>
              {t(`work:signal.${kind}`)}
            </Status>
          ))}
          {reports.length > 0 && <Status tone="bad">{t('queue.reports', { count: reports.length })}</Status>}
        </span>
      ),
    },
    { key: 'pay', title: t('hiring:jobs.pay'), short: true, cell: ({ salary }) => monthlyPay(salary) },
    {
      key: 'waitingSince',
      title: t('queue.since'),
      short: true,
      cell: ({ waitingSince }) => instant(waitingSince),
    },
  ]
}
