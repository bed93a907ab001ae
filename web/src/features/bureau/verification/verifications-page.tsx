import { OrganisationKind } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useChoices } from '../../registry/choices.ts'
import { bureau } from '../queries.ts'
import { useWaitingColumns } from './waiting-columns.tsx'

const STATES = ['submitted', 'accepted', 'refused', 'withdrawn'] as const
const route = getRouteApi('/bureau/verifications')

/** The officer's inbox: applications for verification, the first due first. */
export function VerificationsPage() {
  const { t } = useTranslation(['bureau', 'registry', 'ui'])
  const search = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/verifications' })
  const { kinds } = useChoices()
  const columns = useWaitingColumns()
  const status = STATES.find((each) => each === search.status) ?? 'submitted'
  const kind = OrganisationKind.safeParse(search.kind).data
  const list = usePages(['bureau', 'verifications', status, kind], (cursor) =>
    bureau.verifications({ query: { status, kind, cursor, limit: 100 } }),
  )
  const change = (name: string) => (value: string) =>
    void navigate({ search: { ...search, [name]: value || undefined }, replace: true })
  const states = STATES.map((value) => ({ value, label: t(`registry:verificationStatus.${value}`) }))
  return (
    <Page title={t('rooms./bureau/verifications')} lead={t('inbox.lead')}>
      <Toolbar actions={<ExportButton name={t('rooms./bureau/verifications')} columns={columns} rows={list} />}>
        <ChoiceFilter label={t('inbox.state')} value={status} onChange={change('status')} choices={states} />
        <ChoiceFilter
          label={t('registry:directory.kind')}
          value={kind ?? ''}
          onChange={change('kind')}
          choices={kinds}
          all={t('ui:table.all')}
        />
      </Toolbar>
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <DataTable
              caption={t('rooms./bureau/verifications')}
              columns={columns}
              rows={rows}
              rowKey={({ id }) => id}
              foot={<PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />}
            />
          ) : (
            <Empty title={t('inbox.none')}>
              <p>{t('inbox.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}
