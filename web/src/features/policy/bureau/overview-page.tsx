import type { EntitlementSummary } from '@renshu/contracts'
import { useQuery, useQueryClient } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { instant, number } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { ExportButton } from '../../../ui/table/export-button.tsx'
import { useAmountText } from '../values/amount.tsx'
import { KEY, officers, useIsAdministrator } from './queries.ts'
import { BureauTabs } from './tabs.tsx'

type Summary = EntitlementSummary
type Row = Summary['policies'][number]

const BETWEEN_LOOKS_MS = 3000

/** Who is entitled without applying: counts by policy, the last run, and running it now. */
export function OverviewPage() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const administrator = useIsAdministrator()
  const columns = useColumns()
  const query = useQuery({
    queryKey: [...KEY, 'summary'],
    queryFn: () => officers.entitlementSummary(),
    // A run that goes on is looked at until it has ended.
    refetchInterval: ({ state }) => (state.data?.lastRun && !state.data.lastRun.endedAt ? BETWEEN_LOOKS_MS : false),
  })
  return (
    <Page
      title={t('entitlements:bureau.title')}
      lead={t('entitlements:bureau.lead')}
      actions={administrator && <RunNow />}
    >
      <BureauTabs />
      <Answer of={query}>
        {({ policies, lastRun }) => (
          <>
            <LastRun of={lastRun} />
            {policies.length ? (
              <DataTable
                caption={t('entitlements:bureau.title')}
                columns={columns}
                rows={policies.toSorted((a, b) => b.open - a.open)}
                rowKey={({ policy }) => policy}
                foot={<ExportButton name={t('entitlements:bureau.title')} columns={columns} rows={policies} />}
              />
            ) : (
              <Empty title={t('entitlements:bureau.none')}>
                <p>{t('entitlements:bureau.noneText')}</p>
              </Empty>
            )}
          </>
        )}
      </Answer>
    </Page>
  )
}

function RunNow() {
  const { t } = useTranslation(['policy', 'entitlements'])
  const client = useQueryClient()
  const run = async () => {
    await officers.runEntitlements()
    notify(t('entitlements:run.begun'))
    await client.invalidateQueries({ queryKey: KEY })
  }
  return (
    <Confirm action={t('entitlements:run.now')} onConfirm={run}>
      <p>{t('entitlements:run.text')}</p>
    </Confirm>
  )
}

function LastRun({ of: run }: { of: Summary['lastRun'] }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  return (
    <Card title={t('entitlements:run.last')}>
      {run ? (
        <Facts
          of={[
            [t('entitlements:run.at'), instant(run.at)],
            [
              t('entitlements:run.ended'),
              run.endedAt ? instant(run.endedAt) : <span role="status">{t('entitlements:run.running')}</span>,
            ],
            [t('entitlements:run.decided'), t('entitlements:run.decidedCount', { count: number(run.decided) })],
            [t('entitlements:run.found'), t('entitlements:run.count', { count: number(run.found) })],
            [t('entitlements:run.over'), t('entitlements:run.count', { count: number(run.ended) })],
          ]}
        />
      ) : (
        <p className="quiet">{t('entitlements:run.never')}</p>
      )}
    </Card>
  )
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const count = (key: 'open' | 'taken' | 'declined' | 'ended'): Column<Row> => ({
    key,
    title: t(`entitlements:entitlement.${key}`),
    definition: t(`entitlements:entitlement.${key}Text`),
    align: 'end',
    plain: (row) => row[key],
    cell: ({ policy, [key]: value }) => (
      <Link to="/bureau/policies/entitlements" search={{ policy, state: key }}>
        {number(value)}
      </Link>
    ),
  })
  return [
    {
      key: 'title',
      title: t('entitlements:compare.policy'),
      plain: ({ title }) => nameIn(title),
      cell: ({ policy, title }) => (
        <Link to="/policies/$key" params={{ key: policy }}>
          {nameIn(title)}
        </Link>
      ),
    },
    count('open'),
    {
      key: 'sum',
      title: t('entitlements:bureau.sum'),
      definition: t('entitlements:bureau.sumText'),
      align: 'end',
      plain: ({ sum, unit }) => amountText({ unit, value: sum }),
      cell: ({ sum, unit }) => amountText({ unit, value: sum }),
    },
    count('taken'),
    count('declined'),
    count('ended'),
  ]
}
