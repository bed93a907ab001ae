import type { CaseCard } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { type Pages, usePages } from '../../../ui/table/use-pages.ts'
import { useServices } from '../hall/queries.ts'
import { office, officeDesk } from './queries.ts'
import { useCardColumns } from './task-columns.tsx'

const route = getRouteApi('/bureau/cases/all')

/** Every case of the officer's district, ended ones too. */
export function AllCasesPage() {
  const { t } = useTranslation('office')
  const search = route.useSearch()
  const columns = useCardColumns()
  const { service, district, open, due, code } = search
  const list = usePages([...officeDesk.key, 'all', search], (cursor) =>
    office.officerCases({
      query: {
        service,
        district,
        open,
        code,
        ...(due === 'overdue' || due === 'soon' ? { due } : {}),
        cursor,
        limit: 50,
      },
    }),
  )
  return (
    <Page title={t('all.title')} lead={t('all.lead')}>
      <Filters list={list} />
      <PagedTable of={list} caption={t('all.title')} columns={columns} empty={<Empty title={t('all.none')} />} />
    </Page>
  )
}

function Filters({ list }: { list: Pages<CaseCard> }) {
  const { t } = useTranslation(['office', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/cases/all' })
  const services = useServices().data ?? []
  const districts = useDistrictChoices()
  const columns = useCardColumns()
  const change = (name: keyof typeof search) => (value: string) => {
    const { [name]: _, ...others } = search
    void navigate({ search: { ...others, ...(value && { [name]: value }) }, replace: true })
  }
  const filter = (
    name: 'service' | 'district' | 'open' | 'due',
    choices: readonly { value: string; label: string }[],
  ) => (
    <ChoiceFilter
      label={t(`all.${name}`)}
      value={search[name] ?? ''}
      onChange={change(name)}
      choices={choices}
      all={t('ui:table.all')}
    />
  )
  return (
    <Toolbar actions={<ExportButton name={t('all.title')} columns={columns} rows={list} />}>
      <TextFilter label={t('inbox.code')} value={search.code ?? ''} onChange={change('code')} />
      {filter(
        'service',
        services.map(({ key, title }) => ({ value: key, label: nameIn(title) })),
      )}
      {filter('district', districts)}
      {filter('open', [
        { value: 'true', label: t('all.running') },
        { value: 'false', label: t('all.ended') },
      ])}
      {filter('due', [
        { value: 'overdue', label: t('task.overdue') },
        { value: 'soon', label: t('all.soon') },
      ])}
    </Toolbar>
  )
}
