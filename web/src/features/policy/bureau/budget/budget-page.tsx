import type { Budget } from '@renshu/contracts'
import { getRouteApi, Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { instant, number } from '../../../../ui/format.ts'
import { ChineseOnly } from '../../../../ui/text/chinese-only.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Status } from '../../../../ui/status.tsx'
import type { Column } from '../../../../ui/table/columns.ts'
import { PagedTable } from '../../../../ui/table/paged-table.tsx'
import { usePages } from '../../../../ui/table/use-pages.ts'
import { useAmountText } from '../../values/amount.tsx'
import { KEY, officers } from '../queries.ts'
import { BureauTabs } from '../tabs.tsx'
import { BudgetForm } from './budget-form.tsx'
import { WatchedBudget } from './watched-budget.tsx'

const route = getRouteApi('/bureau/policies/budget')

/** What a policy costs over the city, as it is and with other values. */
export function BudgetPage() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const { budgetId, policy } = route.useSearch()
  const navigate = useNavigate({ from: '/bureau/policies/budget' })
  return (
    <Page title={t('entitlements:bureau.room/budget')} lead={t('entitlements:budget.lead')}>
      <BureauTabs />
      <ChineseOnly />
      <BudgetForm
        policy={policy ?? ''}
        onPolicy={(key) => void navigate({ search: { policy: key }, replace: true })}
        onBegun={(begun) => void navigate({ search: (before) => ({ ...before, budgetId: begun }), resetScroll: false })}
      />
      {budgetId && <WatchedBudget key={budgetId} budgetId={budgetId} />}
      <Earlier chosen={budgetId} />
    </Page>
  )
}

const TONE = { running: 'warn', done: 'good', failed: 'bad' } as const

function Earlier({ chosen }: { chosen: string | undefined }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const list = usePages<Budget>([...KEY, 'budgets', chosen], (cursor) => officers.budgets({ query: { cursor } }))
  const amountText = useAmountText()
  const columns: Column<Budget>[] = [
    {
      key: 'title',
      title: t('entitlements:compare.policy'),
      cell: ({ id, policy, title }) => (
        <Link to="/bureau/policies/budget" search={{ policy, budgetId: id }}>
          {nameIn(title)}
        </Link>
      ),
    },
    { key: 'at', title: t('entitlements:kept.at'), cell: ({ at }) => instant(at) },
    {
      key: 'changes',
      title: t('entitlements:budget.changes'),
      align: 'end',
      cell: ({ values }) => number(values.length),
    },
    {
      key: 'status',
      short: true,
      title: t('library.state'),
      cell: ({ status }) => <Status tone={TONE[status]}>{t(`entitlements:budget.${status}`)}</Status>,
    },
    {
      key: 'sum',
      align: 'end',
      title: t('entitlements:budget.sumAfter'),
      cell: ({ result, unit }) => (result ? amountText({ unit, value: result.after.sum }) : '-'),
    },
  ]
  return (
    <section className="stack">
      <h2>{t('entitlements:budget.earlier')}</h2>
      <PagedTable
        of={list}
        caption={t('entitlements:budget.earlier')}
        columns={columns}
        empty={<p className="quiet">{t('entitlements:budget.noneEarlier')}</p>}
      />
    </section>
  )
}
