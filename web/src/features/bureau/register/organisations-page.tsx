import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { filterOf } from '../../registry/directory/directory.ts'
import { bureau } from '../queries.ts'
import { useRegisterColumns } from './register-columns.tsx'
import { RegisterFilters } from './register-filters.tsx'

const route = getRouteApi('/bureau/organisations')

/** The whole register of the officer's area, verified or not. */
export function OrganisationsPage() {
  const { t } = useTranslation(['bureau', 'registry'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/organisations' })
  const columns = useRegisterColumns()
  const filter = filterOf(search)
  const verified = search.verified === 'true' || search.verified === 'false' ? search.verified : undefined
  const list = usePages(['bureau', 'register', filter, verified], (cursor) =>
    bureau.bureauRegister({ query: { ...filter, verified, cursor, limit: 100 } }),
  )
  const change = (name: string, value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  return (
    <Page
      title={t('rooms./bureau/organisations')}
      lead={t('register.lead')}
      actions={<ButtonLink to="/bureau/imports">{t('imports.title')}</ButtonLink>}
    >
      <RegisterFilters search={search} filter={filter} onChange={change} />
      <PagedTable
        of={list}
        caption={t('rooms./bureau/organisations')}
        columns={columns}
        sort={filter.sort}
        onSort={(sort) => change('sort', sort)}
        empty={<Empty title={t('registry:directory.none')} />}
      />
    </Page>
  )
}
