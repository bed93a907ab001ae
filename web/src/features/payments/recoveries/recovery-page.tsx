import { paymentsRoutes, type Recovery } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, dayOf, instant, yuan } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Status } from '../../../ui/status.tsx'
import { DecisionFields } from '../decision-fields.tsx'
import { KEY, payments, usePaymentsChanged } from '../queries.ts'
import { Tabs } from '../tabs.tsx'
import { RECOVERY_TONE } from '../tones.ts'
import { YuanField } from '../yuan-field.tsx'

type OneRecovery = ReturnType<typeof Recovery.parse>
interface ActingProps {
  of: OneRecovery
  onDone: () => void
}
const route = getRouteApi('/bureau/payments/recoveries/$recoveryId')

/** One recovery: demanded by a day, closed by money that came back or by two people who write it off. */
export function RecoveryPage() {
  const { t } = useTranslation('payments')
  const { recoveryId } = route.useParams()
  const query = useQuery({
    queryKey: [...KEY, 'recovery', recoveryId],
    queryFn: () => payments.recovery({ params: { recoveryId } }),
  })
  return (
    <Answer of={query} title={t('rooms./bureau/payments/recoveries')}>
      {(recovery) => (
        <Page title={recovery.payee.name} lead={nameIn(recovery.title)}>
          <Tabs />
          <About of={recovery} />
          <Actions of={recovery} />
        </Page>
      )}
    </Answer>
  )
}

function About({ of: recovery }: { of: OneRecovery }) {
  const { t } = useTranslation('payments')
  const { status, dueOn, overdue, receipts, proposal } = recovery
  return (
    <Card>
      <Facts
        of={[
          [
            t('payable.status'),
            <Status key="status" tone={RECOVERY_TONE[status]}>
              {t(`recovery.status.${status}`)}
            </Status>,
          ],
          [t('recovery.why'), `${t(`recovery.reason.${recovery.reason}`)} ${recovery.words}`],
          [t('payable.amount'), yuan(recovery.amountFen)],
          [t('recovery.recovered'), yuan(recovery.recoveredFen)],
          [t('recovery.writtenOff'), recovery.writtenOffFen ? yuan(recovery.writtenOffFen) : null],
          [t('recovery.due'), dueOn && `${day(dueOn)} ${overdue ? t('recovery.overdue') : ''}`],
          [
            t('recovery.receipts'),
            receipts.length
              ? receipts.map(({ id, amountFen, on, reference, status: stands }) => (
                  <p key={id}>{`${day(on)} ${yuan(amountFen)} ${reference} ${t(`recovery.receipt.${stands}`)}`}</p>
                ))
              : null,
          ],
          [t('recovery.proposal'), proposal && `${proposal.byName} ${instant(proposal.at)} ${proposal.reason}`],
          [
            t('payable.title'),
            <Link key="payable" to="/bureau/payments/payables/$payableId" params={{ payableId: recovery.payableId }}>
              {t('recovery.payable')}
            </Link>,
          ],
        ]}
      />
    </Card>
  )
}

function Actions({ of: recovery }: { of: OneRecovery }) {
  const { t } = useTranslation('payments')
  if (recovery.status === 'recovered' || recovery.status === 'writtenOff') return null
  return (
    <div className="row">
      <DialogButton action={t('recovery.demand')}>{(close) => <Demanding of={recovery} onDone={close} />}</DialogButton>
      <DialogButton action={t('recovery.receive')} kind="primary">
        {(close) => <Receiving of={recovery} onDone={close} />}
      </DialogButton>
      {recovery.receipts
        .filter(({ mayConfirm }) => mayConfirm)
        .map(({ id, reference }) => (
          <DialogButton key={id} action={t('recovery.confirmReceipt', { reference })} kind="primary">
            {(close) => <ConfirmingReceipt of={recovery} receiptId={id} onDone={close} />}
          </DialogButton>
        ))}
      {!recovery.proposal && (
        <DialogButton action={t('recovery.propose')} kind="danger">
          {(close) => <Proposing of={recovery} onDone={close} />}
        </DialogButton>
      )}
      {recovery.proposal?.mayConfirm && (
        <DialogButton action={t('recovery.confirm')} kind="danger">
          {(close) => <Confirming of={recovery} onDone={close} />}
        </DialogButton>
      )}
    </div>
  )
}

function Demanding({ of: { id, version, dueOn }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.demand,
    initial: { dueOn: dueOn ?? '' },
    given: { version },
    send: async (body) => {
      await payments.demand({ params: { recoveryId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.demand')}>
      <TextField name="dueOn" label={t('recovery.due')} type="date" min={dayOf(now())} />
    </Form>
  )
}

function Receiving({ of: { id, version, amountFen, recoveredFen }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.receive,
    initial: { amountFen: amountFen - recoveredFen, on: dayOf(now()), reference: '' },
    given: { version },
    send: async (body) => {
      await payments.receive({ params: { recoveryId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.receive')}>
      <YuanField name="amountFen" label={t('payable.amount')} />
      <TextField name="on" label={t('recovery.on')} type="date" max={dayOf(now())} />
      <TextField name="reference" label={t('recovery.reference')} maxLength={60} />
    </Form>
  )
}

function Proposing({ of: { id, version }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.proposeWriteOff,
    initial: { reason: '' },
    given: { version },
    send: async (body) => {
      await payments.proposeWriteOff({ params: { recoveryId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.propose')} danger>
      <p>{t('recovery.proposeText')}</p>
      <TextField name="reason" label={t('answer.why')} maxLength={400} />
    </Form>
  )
}

function ConfirmingReceipt({ of: { id, version }, receiptId, onDone }: ActingProps & { receiptId: string }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.decideReceipt,
    initial: { decision: '', reason: '' },
    given: { version },
    send: async (body) => {
      await payments.decideReceipt({ params: { recoveryId: id, receiptId }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.confirmThis')}>
      <DecisionFields />
    </Form>
  )
}

function Confirming({ of: { id, version }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.confirmWriteOff,
    initial: { decision: '', reason: '' },
    given: { version },
    send: async (body) => {
      await payments.confirmWriteOff({ params: { recoveryId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('recovery.confirm')} danger>
      <DecisionFields />
    </Form>
  )
}
