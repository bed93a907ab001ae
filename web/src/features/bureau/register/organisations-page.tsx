import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { ButtonLink } from '../../../ui/button.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
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
      <Answer of={list}>
        {({ rows, total, atLeast }) =>
          rows.length ? (
            <DataTable
              caption={t('rooms./bureau/organisations')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              sort={filter.sort}
              onSort={(sort) => change('sort', sort)}
              foot={
                <PagedFoot
                  shown={rows.length}
                  total={total}
                  atLeast={atLeast}
                  onMore={list.more}
                  pending={list.pending}
                />
              }
            />
          ) : (
            <Empty title={t('registry:directory.none')} />
          )
        }
      </Answer>
    </Page>
  )
}
