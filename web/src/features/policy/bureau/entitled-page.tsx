import type { BureauEntitlement } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { day } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { among } from '../library/queries.ts'
import { ENTITLEMENT_TONE } from '../own/entitlements/entitlement-tone.ts'
import { useAmountText } from '../values/amount.tsx'
import { KEY, officers, useAllPolicies } from './queries.ts'
import { BureauTabs } from './tabs.tsx'

type Row = BureauEntitlement
const STATES = ['open', 'taken', 'declined', 'ended'] as const
const route = getRouteApi('/bureau/policies/entitlements')

/** Who is entitled to what, as found by the last runs. */
export function EntitledPage() {
  const { t } = useTranslation(['policy', 'entitlements', 'ui'])
  const { policy, state } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/policies/entitlements' })
  const columns = useColumns()
  const policies = useAllPolicies().data ?? []
  const list = usePages<Row>([...KEY, 'entitlements', policy, state], (cursor) =>
    officers.entitlements({ query: { policy, state: among(STATES, state), cursor } }),
  )
  const set = (name: 'policy' | 'state') => (value: string) =>
    void navigate({ search: (before) => ({ ...before, [name]: value || undefined }), replace: true })
  return (
    <Page title={t('entitlements:bureau.room/entitlements')} lead={t('entitlements:bureau.entitledLead')}>
      <BureauTabs />
      <Toolbar
        actions={<ExportButton name={t('entitlements:bureau.room/entitlements')} columns={columns} rows={list} />}
      >
        <ChoiceFilter
          label={t('entitlements:compare.policy')}
          value={policy ?? ''}
          onChange={set('policy')}
          all={t('ui:table.all')}
          choices={policies.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
        />
        <ChoiceFilter
          label={t('library.state')}
          value={state ?? ''}
          onChange={set('state')}
          all={t('ui:table.all')}
          choices={STATES.map((value) => ({ value, label: t(`entitlements:entitlement.${value}`) }))}
        />
      </Toolbar>
      <PagedTable of={list} caption={t('entitlements:bureau.room/entitlements')} columns={columns} empty={<Nobody />} />
    </Page>
  )
}

function Nobody() {
  const { t } = useTranslation('entitlements')
  return (
    <Empty title={t('bureau.none')}>
      <p>{t('bureau.noneText')}</p>
    </Empty>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const districtName = useDistrictName()
  return [
    {
      key: 'subject',
      title: t('entitlements:bureau.subject'),
      plain: ({ subject }) => subject.name,
      cell: ({ subject: { kind, id, name } }) =>
        kind === 'organisation' ? (
          <Link to="/bureau/organisations/$organisationId" params={{ organisationId: id }}>
            {name}
          </Link>
        ) : (
          name
        ),
    },
    {
      key: 'district',
      short: true,
      title: t('entitlements:bureau.district'),
      plain: ({ subject }) => districtName(subject.district),
      cell: ({ subject }) => (subject.district ? districtName(subject.district) : '-'),
    },
    {
      key: 'policy',
      title: t('entitlements:compare.policy'),
      plain: ({ title }) => nameIn(title),
      cell: ({ title, decisionId }) => (
        <Link to="/bureau/policies/decisions/$decisionId" params={{ decisionId }}>
          {nameIn(title)}
        </Link>
      ),
    },
    ...useOfferColumns(),
  ]
}

/** How much, since when, until when, and what was answered. */
function useOfferColumns(): Column<Row>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const amountOf = ({ amount }: Row) => amountText(amount)
  const stateOf = ({ state }: Row) => t(`entitlements:entitlement.${state}`)
  return [
    { key: 'amount', align: 'end', title: t('entitlements:compare.amount'), plain: amountOf, cell: amountOf },
    {
      key: 'found',
      short: true,
      title: t('entitlements:bureau.foundOn'),
      plain: ({ foundOn }) => foundOn,
      cell: ({ foundOn }) => day(foundOn),
    },
    {
      key: 'lastDay',
      short: true,
      title: t('entitlements:bureau.lastDay'),
      plain: ({ lastDay }) => lastDay,
      cell: ({ lastDay }) => (lastDay ? day(lastDay) : t('parameter.open')),
    },
    {
      key: 'state',
      short: true,
      title: t('library.state'),
      plain: stateOf,
      cell: (row) => <Status tone={ENTITLEMENT_TONE[row.state]}>{stateOf(row)}</Status>,
    },
  ]
}
