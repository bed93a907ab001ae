import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { useListedColumns } from './columns.tsx'
import { DirectoryFilters } from './directory-filters.tsx'
import { filterOf, useDirectory } from './directory.ts'
import { DistrictCounts } from './district-counts.tsx'

const route = getRouteApi('/organisations')

/** The public directory: search, filters, map of districts, list. */
export function DirectoryPage() {
  const { t } = useTranslation('registry')
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/organisations' })
  const filter = filterOf(search)
  const list = useDirectory(filter)
  const columns = useListedColumns()
  const change = (name: string, value: string | null) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  const clear = <Button onClick={() => void navigate({ search: {} })}>{t('directory.clear')}</Button>
  return (
    <Page title={t('directory.title')} lead={t('directory.lead')}>
      <DirectoryFilters search={search} filter={filter} onChange={change} />
      <div className="directory">
        <PagedTable
          of={list}
          caption={t('directory.title')}
          columns={columns}
          sort={filter.sort}
          onSort={(sort) => change('sort', sort)}
          empty={
            <Empty title={t('directory.none')} actions={clear}>
              <p>{t('directory.noneText')}</p>
            </Empty>
          }
        />
        <DistrictCounts filter={filter} onChoose={(district) => change('district', district)} />
      </div>
    </Page>
  )
}
