import { type AnswerRow, type BankAnswer, paymentsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, instant, yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Status, type Tone } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { PagedTable } from '../../../ui/table/paged-table.tsx'
import { usePages } from '../../../ui/table/use-pages.ts'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { Tabs } from '../tabs.tsx'

type Row = ReturnType<typeof AnswerRow.parse> & { id: string }
const route = getRouteApi('/bureau/payments/answers/$answerId')

/** A report of one answer: what was booked, and what has to be cleared with the bank. */
export function AnswerPage() {
  const { t } = useTranslation('payments')
  const { answerId } = route.useParams()
  const query = useQuery({
    queryKey: [...KEY, 'answer', answerId],
    queryFn: () => payments.answer({ params: { answerId } }),
  })
  const list = usePages([...KEY, 'answer-rows', answerId], async (cursor) => {
    const page = await payments.answerRows({ params: { answerId }, query: { cursor, limit: 200 } })
    return { ...page, items: page.items.map((row) => ({ ...row, id: String(row.line) })) }
  })
  const columns = useColumns()
  return (
    <Answer of={query} title={t('rooms./bureau/payments/answers')}>
      {(answer) => (
        <Page
          title={answer.name}
          lead={t('answer.importedBy', { name: answer.imported.byName, at: instant(answer.imported.at) })}
        >
          <Tabs />
          <Report of={answer} />
          <PagedTable of={list} caption={t('batch.rows')} columns={columns} empty={<p>{t('batch.empty')}</p>} />
        </Page>
      )}
    </Answer>
  )
}

function Report({ of: answer }: { of: ReturnType<typeof BankAnswer.parse> }) {
  const { t } = useTranslation('payments')
  return (
    <Card title={t('answer.report')}>
      <div className="stack">
        {answer.listedRows > 0 && <p className="note warn">{t('answer.listed', { count: answer.listedRows })}</p>}
        {answer.rows === 0 && <p className="note warn">{t('answer.noRows')}</p>}
        <Facts
          of={[
            [t('batch.rows'), t('answer.sum', { count: answer.rows, total: yuan(answer.sumFen) })],
            [t('status.paid'), t('answer.sum', { count: answer.paidRows, total: yuan(answer.paidFen) })],
            [t('status.returned'), t('answer.sum', { count: answer.returnedRows, total: yuan(answer.returnedFen) })],
            [t('answer.repeated'), String(answer.repeatedRows)],
            [t('answer.hash'), <code key="hash">{answer.fileHash}</code>],
          ]}
        />
      </div>
    </Card>
  )
}

const TONE: Record<Row['verdict'], Tone> = {
  booked: 'good',
  repeated: 'quiet',
  unknownRow: 'bad',
  notSent: 'bad',
  otherAmount: 'bad',
  contradiction: 'bad',
  badDay: 'bad',
  bookedByHand: 'good',
  dismissed: 'quiet',
}

function useColumns(): Column<Row>[] {
  const { t } = useTranslation('payments')
  return [
    {
      key: 'line',
      title: t('answer.line'),
      cell: ({ line, batchNumber, row, payableId }) =>
        payableId ? (
          <Link to="/bureau/payments/payables/$payableId" params={{ payableId }}>
            {t('payable.attempt', { number: batchNumber, row })}
          </Link>
        ) : (
          t('answer.unknown', { line, number: batchNumber, row })
        ),
    },
    { key: 'result', title: t('answer.result'), cell: ({ result, reason }) => `${t(`attempt.${result}`)} ${reason}` },
    {
      key: 'amount',
      title: t('payable.amount'),
      align: 'end',
      cell: ({ amountFen, sentFen }) => (
        <>
          {yuan(amountFen)}
          {sentFen !== null && sentFen !== amountFen && (
            <div className="small">{t('answer.sent', { amount: yuan(sentFen) })}</div>
          )}
        </>
      ),
    },
    { key: 'on', title: t('payable.paidOn'), short: true, cell: ({ on }) => day(on) },
    {
      key: 'verdict',
      title: t('answer.verdict'),
      cell: (row) => (
        <>
          <Status tone={TONE[row.verdict]}>{t(`verdict.${row.verdict}`)}</Status>
          {row.settled && <div className="small">{`${row.settled.byName} ${row.settled.reason}`}</div>}
          {row.maySettle && (
            <div>
              <DialogButton action={t('answer.settle')}>{(close) => <Settling of={row} onDone={close} />}</DialogButton>
            </div>
          )}
        </>
      ),
    },
  ]
}

function Settling({ of: { line }, onDone }: { of: Row; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const { answerId } = route.useParams()
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.settleRow,
    initial: { decision: '', reason: '' },
    send: async (body) => {
      await payments.settleRow({ params: { answerId, line }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('answer.settle')}>
      <p className="quiet">{t('answer.settleText')}</p>
      <ChoiceField
        name="decision"
        label={t('answer.decision')}
        choices={(['book', 'dismiss'] as const).map((value) => ({ value, label: t(`answer.${value}`) }))}
      />
      <TextField name="reason" label={t('answer.why')} maxLength={400} />
    </Form>
  )
}
