import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { plainAccounts } from '../../../app/accounts.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { DataTable } from '../../../ui/table/data-table.tsx'

/** Development: the messages that would have been sent. */
export function ShownMessagesPage() {
  const { t } = useTranslation('accounts')
  const query = useQuery({
    queryKey: ['shownMessages'],
    queryFn: () => plainAccounts.listShownMessages(),
    refetchInterval: 3000,
  })
  const columns = [
    { key: 'to', title: t('messages.to'), cell: (row: Shown) => row.to },
    { key: 'text', title: t('messages.text'), cell: (row: Shown) => row.text },
    { key: 'sentAt', title: t('messages.sentAt'), cell: (row: Shown) => instant(row.sentAt) },
  ]
  return (
    <Page title={t('messages.title')} lead={t('messages.lead')}>
      <Answer of={query}>
        {({ items }) =>
          items.length ? (
            <DataTable
              caption={t('messages.title')}
              columns={columns}
              rows={[...items].sort((a, b) => b.sentAt.localeCompare(a.sentAt))}
              rowKey={({ sentAt, to }) => `${sentAt} ${to}`}
            />
          ) : (
            <Empty title={t('messages.none')} />
          )
        }
      </Answer>
    </Page>
  )
}

type Shown = Awaited<ReturnType<typeof plainAccounts.listShownMessages>>['items'][number]
