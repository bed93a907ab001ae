import type { HeldFact } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../ui/format.ts'
import { ChineseOnly } from '../../../ui/text/chinese-only.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { Shown, Zh } from '../values/amount.tsx'
import { Looks } from './looks.tsx'
import { own } from './own.ts'
import { keyOf, ME, type Owner } from './owner.ts'
import { Tabs } from './tabs.tsx'

/** The person's own. */
export const MyRecords = () => <RecordsPage owner={ME} />

/** What other authorities stated of a person or an organisation, to whom it is shown as it is used. */
export function RecordsPage({ owner }: { owner: Owner }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const columns = useColumns()
  const list = usePages([...keyOf(owner), 'records'], (cursor) => own(owner).heldFacts(cursor))
  return (
    <Page title={t('entitlements:own.room/records')} lead={t('entitlements:ownRecords.lead')}>
      <Tabs owner={owner} />
      <ChineseOnly />
      <Answer of={list}>
        {({ rows, total }) =>
          rows.length ? (
            <>
              <DataTable
                caption={t('entitlements:own.room/records')}
                columns={columns}
                rows={rows}
                rowKey={({ id }) => id}
              />
              <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
            </>
          ) : (
            <Empty title={t('entitlements:held.none')}>
              <p>{t('entitlements:ownRecords.none')}</p>
            </Empty>
          )
        }
      </Answer>
      {owner.kind === 'person' && <Looks />}
    </Page>
  )
}

function useColumns(): Column<HeldFact>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  return [
    { key: 'record', title: t('entitlements:records.record'), cell: ({ label }) => <Zh>{label}</Zh> },
    { key: 'value', title: t('entitlements:held.value'), cell: ({ shown }) => <Shown of={shown} /> },
    { key: 'on', short: true, title: t('entitlements:held.on'), cell: ({ on }) => day(on) },
    { key: 'statedBy', title: t('entitlements:held.statedBy'), cell: ({ statedBy }) => <Zh>{statedBy}</Zh> },
    {
      key: 'state',
      title: t('library.state'),
      cell: ({ withdrawnAt, withdrawnWhy }) =>
        withdrawnAt ? (
          <>
            <Status tone="quiet">{t('entitlements:held.withdrawn')}</Status> {withdrawnWhy && <Zh>{withdrawnWhy}</Zh>}
          </>
        ) : (
          <Status tone="good">{t('entitlements:held.holds')}</Status>
        ),
    },
  ]
}
