import type { BankAnswer } from '@renshu/contracts'
import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { FileUpload } from '../../../ui/form/file-upload.tsx'
import { instant, yuan } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

type Answer = ReturnType<typeof BankAnswer.parse>

/** What the bank answered: each file once, each row once. */
export function AnswersPage() {
  const { t } = useTranslation('payments')
  const navigate = useNavigate()
  const changed = usePaymentsChanged()
  const toldOf = useTold()
  const columns = useColumns()
  const list = usePages([...KEY, 'answers'], (cursor) => payments.answers({ query: { cursor, limit: 50 } }))
  return (
    <Page title={t('rooms./bureau/payments/answers')} lead={t('answer.lead')}>
      <Tabs />
      <FileUpload
        label={t('answer.file')}
        hint={t('answer.fileHint')}
        busy={t('answer.busy')}
        accept=".csv,text/csv"
        send={(name, bytes) => payments.importAnswer({ query: { name }, bytes })}
        onSent={async (answer) => {
          await changed()
          notify(toldOf(answer))
          await navigate({ to: '/bureau/payments/answers/$answerId', params: { answerId: answer.id } })
        }}
      />
      <PagedTable
        of={list}
        caption={t('rooms./bureau/payments/answers')}
        columns={columns}
        empty={<Empty title={t('answer.none')} />}
      />
    </Page>
  )
}

/** What became of a file that was taken. */
function useTold(): (answer: Answer & { replayed: boolean }) => string {
  const { t } = useTranslation('payments')
  return ({ replayed, rows, paidRows, returnedRows, listedRows }) => {
    if (replayed) return t('answer.replayed', { count: rows })
    if (!rows) return t('answer.noRows')
    const booked = t('answer.imported', { count: paidRows + returnedRows })
    return listedRows ? t('answer.andListed', { booked, count: listedRows }) : booked
  }
}

function useColumns(): Column<Answer>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'name',
      title: t('answer.name'),
      cell: ({ id, name }) => (
        <Link to="/bureau/payments/answers/$answerId" params={{ answerId: id }}>
          {name}
        </Link>
      ),
    },
    { key: 'imported', title: t('answer.by'), cell: ({ imported }) => `${imported.byName} ${instant(imported.at)}` },
    { key: 'rows', title: t('batch.rows'), align: 'end', cell: ({ rows }) => rows },
    {
      key: 'paid',
      title: t('status.paid'),
      align: 'end',
      cell: ({ paidRows, paidFen }) => t('answer.sum', { count: paidRows, total: yuan(paidFen) }),
    },
    {
      key: 'returned',
      title: t('status.returned'),
      align: 'end',
      cell: ({ returnedRows, returnedFen }) => t('answer.sum', { count: returnedRows, total: yuan(returnedFen) }),
    },
    {
      key: 'listed',
      title: t('desk.listed'),
      cell: ({ listedRows }) => (listedRows ? <Status tone="warn">{listedRows}</Status> : '0'),
    },
  ]
}
