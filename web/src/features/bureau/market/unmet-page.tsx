import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { number } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { jobs } from './queries.ts'
import { UnmetFilters } from './unmet-filters.tsx'

interface Row {
  id: string
  text: string
  times: number
  found: number
}
const route = getRouteApi('/bureau/searches')

/** What people look for, and what they do not find. */
export function UnmetPage() {
  const { t } = useTranslation('market')
  const { shown } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/searches' })
  const little = shown !== 'all'
  const columns = useColumns()
  const list = usePages<Row>(['bureau', 'searches', little], async (cursor) => {
    const page = await jobs.unmet({ query: { little: String(little), cursor, limit: 50 } })
    return { ...page, items: page.items.map((each) => ({ ...each, id: each.text })) }
  })
  return (
    <Page title={t('unmet.title')} lead={t('unmet.lead')}>
      <h2>{t('unmet.words')}</h2>
      <Toolbar actions={<ExportButton name={t('unmet.title')} columns={columns} rows={list} />}>
        <ChoiceFilter
          label={t('unmet.shown')}
          value={little ? 'little' : 'all'}
          onChange={(value) => void navigate({ search: value === 'all' ? { shown: 'all' } : {}, replace: true })}
          choices={(['little', 'all'] as const).map((value) => ({ value, label: t(`unmet.${value}`) }))}
        />
      </Toolbar>
      <PagedTable of={list} caption={t('unmet.title')} columns={columns} empty={<Empty title={t('unmet.none')} />} />
      <UnmetFilters />
    </Page>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('market')
  return [
    { key: 'text', title: t('unmet.text'), plain: ({ text }) => text, cell: ({ text }) => text },
    {
      key: 'times',
      title: t('unmet.times'),
      definition: t('unmet.timesText'),
      align: 'end',
      plain: ({ times }) => times,
      cell: ({ times }) => number(times),
    },
    {
      key: 'found',
      title: t('unmet.found'),
      definition: t('unmet.foundText'),
      align: 'end',
      plain: ({ found }) => found,
      cell: ({ found }) => number(found),
    },
  ]
}
