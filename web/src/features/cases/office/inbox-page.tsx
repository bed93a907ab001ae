import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { InboxCounts } from './inbox-counts.tsx'
import { office, officeDesk, useTaskCounts } from './queries.ts'
import { useTaskColumns } from './task-columns.tsx'

const route = getRouteApi('/bureau/cases')

const WHOSE = ['mine', 'unassigned'] as const
const DUE = ['overdue', 'soon'] as const

/** The filters of the address as the contract asks for them; what is no choice is left out. */
const queryOf = ({ whose, due, objections, service, stage, district, code }: ReturnType<typeof route.useSearch>) => ({
  whose: WHOSE.find((each) => each === whose),
  due: DUE.find((each) => each === due),
  objections: objections && 'true',
  service,
  stage: stage?.split('/')[1],
  district,
  code,
})

/** What waits for the duties of the officer, the earliest due first. */
export function InboxPage() {
  const { t } = useTranslation(['office', 'ui'])
  const search = route.useSearch()
  const columns = useTaskColumns()
  const list = usePages([...officeDesk.key, 'tasks', search], (cursor) =>
    office.tasks({ query: { ...queryOf(search), cursor, limit: 50 } }),
  )
  return (
    <Page
      title={t('inbox.title')}
      lead={t('inbox.lead')}
      actions={
        <>
          <ButtonLink to="/bureau/cases/all">{t('all.title')}</ButtonLink>
          <ButtonLink to="/bureau/cases/notices">{t('notices.title')}</ButtonLink>
          <ButtonLink to="/bureau/counter" kind="primary">
            {t('counter.title')}
          </ButtonLink>
        </>
      }
    >
      <InboxCounts />
      <Filters />
      <PagedTable
        of={list}
        caption={t('inbox.title')}
        columns={columns}
        empty={
          <Empty title={t('inbox.none')} actions={<ButtonLink to="/bureau/cases/all">{t('all.title')}</ButtonLink>}>
            <p>{t('inbox.noneText')}</p>
          </Empty>
        }
      />
      <div className="row">
        <ExportButton name={t('inbox.title')} columns={columns} rows={list} />
      </div>
    </Page>
  )
}

/** By service, stage and district, as many of each as wait. */
function Filters() {
  const { t } = useTranslation(['office', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/cases' })
  const { data } = useTaskCounts()
  const change = (name: 'service' | 'stage' | 'district' | 'code') => (value: string) => {
    const { [name]: _, ...others } = search
    void navigate({ search: { ...others, ...(value && { [name]: value }) }, replace: true })
  }
  const choicesOf = (counted: NonNullable<typeof data>['services'] = []) =>
    counted.map(({ key, name, count }) => ({ value: key, label: t('inbox.counted', { name: nameIn(name), count }) }))
  const stages = (data?.stages ?? []).filter(({ key }) => !search.service || key.startsWith(`${search.service}/`))
  return (
    <Toolbar>
      <TextFilter label={t('inbox.code')} value={search.code ?? ''} onChange={change('code')} />
      {(['service', 'stage', 'district'] as const).map((name) => (
        <ChoiceFilter
          key={name}
          label={t(`inbox.${name}`)}
          value={search[name] ?? ''}
          onChange={change(name)}
          choices={choicesOf(name === 'service' ? data?.services : name === 'stage' ? stages : data?.districts)}
          all={t('ui:table.all')}
        />
      ))}
    </Toolbar>
  )
}
