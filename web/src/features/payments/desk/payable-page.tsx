import { type PayableFile, paymentsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, yuan } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Status } from '../../../ui/status.tsx'
import { AccountFields } from '../account-fields.tsx'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { ChangeRow } from '../recoveries/change-row.tsx'
import { RecoveryLine } from '../recoveries/recovery-line.tsx'
import { Tabs } from '../tabs.tsx'
import { PAYABLE_TONE } from '../tones.ts'
import { YuanField } from '../yuan-field.tsx'
import { Reversal } from './reversal.tsx'

const route = getRouteApi('/bureau/payments/payables/$payableId')

/** One payment due: every attempt, every correction of the account, everything claimed back. */
export function PayablePage() {
  const { t } = useTranslation('payments')
  const { payableId } = route.useParams()
  const query = useQuery({
    queryKey: [...KEY, 'payable', payableId],
    queryFn: () => payments.payable({ params: { payableId } }),
  })
  return (
    <Answer of={query} title={t('payable.title')}>
      {(payable) => (
        <Page title={payable.payee.name} lead={nameIn(payable.title)}>
          <Tabs />
          <div className="split">
            <div className="stack">
              <About of={payable} />
              <Attempts of={payable} />
            </div>
            <div className="stack">
              <Corrections of={payable} />
              <Recoveries of={payable} />
              <Reversal of={payable} />
            </div>
          </div>
        </Page>
      )}
    </Answer>
  )
}

function About({ of: payable }: { of: PayableFile }) {
  const { t } = useTranslation('payments')
  const { account, source, status } = payable
  return (
    <Card>
      <Facts
        of={[
          [
            t('payable.status'),
            <Status key="status" tone={PAYABLE_TONE[status]}>
              {t(`status.${status}`)}
            </Status>,
          ],
          [t('payable.amount'), yuan(payable.amountFen)],
          [t('payable.paid'), payable.paidFen ? yuan(payable.paidFen) : null],
          [t('payable.claimed'), payable.claimedFen ? yuan(payable.claimedFen) : null],
          [
            t('payable.account'),
            account ? `${account.holder} ${account.masked} ${account.bank}` : t('payable.noAccount'),
          ],
          [t('payable.period'), payable.period],
          [t('payable.decidedOn'), day(payable.decidedOn)],
          [t('payable.paidOn'), payable.paidOn && day(payable.paidOn)],
          [t('payable.reason'), payable.reason],
          [
            t('payable.from'),
            source.module === 'cases' && (
              <Link key="case" to="/bureau/cases/$caseId" params={{ caseId: source.record }}>
                {t('payable.case')}
              </Link>
            ),
          ],
        ]}
      />
    </Card>
  )
}

const TONE = { waiting: 'warn', paid: 'good', returned: 'bad', removed: 'quiet' } as const

function Attempts({ of: { attempts } }: { of: PayableFile }) {
  const { t } = useTranslation('payments')
  if (!attempts.length) return null
  return (
    <Card title={t('payable.attempts')}>
      <ul className="plain stack">
        {attempts.map(({ batchId, number, row, status, amountFen, paidOn, reason, accountMasked }) => (
          <li key={`${batchId} ${row}`} className="row">
            <Link to="/bureau/payments/batches/$batchId" params={{ batchId }}>
              {t('payable.attempt', { number, row })}
            </Link>
            <Status tone={TONE[status]}>{t(`attempt.${status}`)}</Status>
            <span>
              {yuan(amountFen)} {accountMasked} {paidOn && day(paidOn)} {reason}
            </span>
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Corrections({ of: payable }: { of: PayableFile }) {
  const { t } = useTranslation('payments')
  const may = payable.status === 'returned' || payable.account === null
  if (!may && !payable.changes.length) return null
  return (
    <Card title={t('payable.changes')}>
      <ul className="plain stack">
        {payable.changes.map((change) => (
          <ChangeRow key={change.id} of={change} />
        ))}
      </ul>
      {may && (
        <DialogButton action={t('account.correct')}>
          {(close) => <Correcting of={payable} onDone={close} />}
        </DialogButton>
      )}
    </Card>
  )
}

function Correcting({ of: { id, version }, onDone }: { of: PayableFile; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.correctAccount,
    initial: { holder: '', number: '', bank: '', reason: '' },
    given: { version },
    send: async (body) => {
      await payments.correctAccount({ params: { payableId: id }, body })
      await changed()
      notify(t('account.sent'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('account.send')}>
      <p className="quiet">{t('account.text')}</p>
      <AccountFields />
    </Form>
  )
}

function Recoveries({ of: payable }: { of: PayableFile }) {
  const { t } = useTranslation('payments')
  if (!payable.paidFen) return null
  return (
    <Card title={t('payable.recoveries')}>
      <ul className="plain stack">
        {payable.recoveries.map((recovery) => (
          <RecoveryLine key={recovery.id} of={recovery} />
        ))}
      </ul>
      <DialogButton action={t('recovery.open')}>{(close) => <Opening of={payable} onDone={close} />}</DialogButton>
    </Card>
  )
}

function Opening({ of: { id, paidFen, claimedFen }, onDone }: { of: PayableFile; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.openRecovery,
    initial: { reason: '', amountFen: paidFen - claimedFen, words: '' },
    given: { payableId: id },
    send: async (body) => {
      await payments.openRecovery({ body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.open')}>
      <ChoiceField
        name="reason"
        label={t('recovery.why')}
        choices={(['duplicate', 'reversed', 'other'] as const).map((value) => ({
          value,
          label: t(`recovery.reason.${value}`),
        }))}
      />
      <YuanField name="amountFen" label={t('payable.amount')} />
      <TextField name="words" label={t('recovery.words')} maxLength={400} />
    </Form>
  )
}
