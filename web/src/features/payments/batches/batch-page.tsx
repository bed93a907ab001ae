import { type Batch, type BatchRow, paymentsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, instant, yuan } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { download } from '../../../ui/table/download.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { BATCH_TONE } from '../tones.ts'

type OneBatch = ReturnType<typeof Batch.parse>
type Row = ReturnType<typeof BatchRow.parse> & { id: string }
const route = getRouteApi('/bureau/payments/batches/$batchId')

/** One batch: its rows, who drafted and who released it, the file for the bank. */
export function BatchPage() {
  const { t } = useTranslation('payments')
  const { batchId } = route.useParams()
  const query = useQuery({
    queryKey: [...KEY, 'batch', batchId],
    queryFn: () => payments.batch({ params: { batchId } }),
  })
  const list = usePages([...KEY, 'batch-rows', batchId], async (cursor) => {
    const page = await payments.batchRows({ params: { batchId }, query: { cursor, limit: 200 } })
    return { ...page, items: page.items.map((row) => ({ ...row, id: String(row.row) })) }
  })
  const columns = useColumns()
  return (
    <Answer of={query} title={t('payable.batch')}>
      {(batch) => (
        <Page title={t('batch.of', { number: batch.number })} lead={batch.purpose}>
          <Tabs />
          <About of={batch} />
          <Actions of={batch} />
          <PagedTable of={list} caption={t('batch.rows')} columns={columns} empty={<p>{t('batch.empty')}</p>} />
        </Page>
      )}
    </Answer>
  )
}

function About({ of: batch }: { of: OneBatch }) {
  const { t } = useTranslation('payments')
  const act = (made: OneBatch['released']) => made && `${made.byName} ${instant(made.at)}`
  return (
    <Card>
      <Facts
        of={[
          [
            t('payable.status'),
            <Status key="status" tone={BATCH_TONE[batch.status]}>
              {t(`batch.status.${batch.status}`)}
            </Status>,
          ],
          [t('batch.total'), t('batch.sum', { total: yuan(batch.totalFen), count: batch.rows })],
          [t('status.paid'), yuan(batch.paidFen)],
          [t('status.returned'), yuan(batch.returnedFen)],
          [t('batch.waiting'), yuan(batch.waitingFen)],
          [t('batch.drafted'), act(batch.drafted)],
          [t('batch.released'), act(batch.released)],
          [t('batch.checksum'), batch.checksum && <code key="checksum">{batch.checksum}</code>],
          [t('batch.downloads'), batch.downloads.map(act).join(' / ')],
        ]}
      />
    </Card>
  )
}

/** Release by another person than drafted it; the file once it is released; discarding a draft. */
function Actions({ of: batch }: { of: OneBatch }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const { pending, error, attempt } = useAttempt()
  const params = { batchId: batch.id }
  const take = () =>
    attempt(async () => {
      const { name, type, bytes } = await payments.bankFile({ params })
      download(name || `${batch.number}.csv`, type, bytes)
      await changed()
    })
  const release = async () => {
    await payments.release({ params, body: { version: batch.version } })
    await changed()
    notify(t('batch.wasReleased'))
  }
  if (batch.status === 'discarded') return null
  return (
    <div className="row">
      {batch.status === 'drafted' && batch.mayRelease && (
        <Confirm action={t('batch.release')} onConfirm={release}>
          {t('batch.releaseText', { count: batch.rows, total: yuan(batch.totalFen) })}
        </Confirm>
      )}
      {batch.status === 'drafted' && !batch.mayRelease && (
        <p className="note warn">{t(batch.whyNot === 'payments.fourEyes' ? 'batch.otherPerson' : 'batch.mayNot')}</p>
      )}
      {batch.status === 'drafted' && (
        <DialogButton action={t('batch.discard')} kind="danger">
          {(close) => <Discarding of={batch} onDone={close} />}
        </DialogButton>
      )}
      {batch.released && (
        <Button kind="primary" disabled={pending} onClick={() => void take()}>
          {t('batch.file')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
    </div>
  )
}

function Discarding({ of: { id, version }, onDone }: { of: OneBatch; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.discard,
    initial: { reason: '' },
    given: { version },
    send: async (body) => {
      await payments.discard({ params: { batchId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('batch.discard')} danger>
      <p>{t('batch.discardText')}</p>
      <TextField name="reason" label={t('batch.discardWhy')} maxLength={200} />
    </Form>
  )
}

const TONE = { waiting: 'warn', paid: 'good', returned: 'bad', removed: 'quiet' } as const

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'payee',
      title: t('payable.payee'),
      cell: ({ row, payableId, payee }) => (
        <>
          {row}.{' '}
          <Link to="/bureau/payments/payables/$payableId" params={{ payableId }}>
            {payee.name}
          </Link>
        </>
      ),
    },
    { key: 'title', title: t('payable.title'), cell: ({ title }) => nameIn(title) },
    {
      key: 'account',
      title: t('payable.account'),
      cell: ({ account }) => `${account.holder} ${account.masked} ${account.bank}`,
    },
    { key: 'amount', title: t('payable.amount'), align: 'end', cell: ({ amountFen }) => yuan(amountFen) },
    {
      key: 'status',
      title: t('payable.status'),
      cell: ({ status, paidOn, reason }) => (
        <>
          <Status tone={TONE[status]}>{t(`attempt.${status}`)}</Status> {paidOn && day(paidOn)} {reason}
        </>
      ),
    },
  ]
}
