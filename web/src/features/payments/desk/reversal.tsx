import { type PayableFile, paymentsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, instant } from '../../../ui/format.ts'
import { DecisionFields } from '../decision-fields.tsx'
import { payments, usePaymentsChanged } from '../queries.ts'

/** The decision behind a payment was undone: one person says so, another confirms it or sends it back. */
export function Reversal({ of: payable }: { of: PayableFile }) {
  const { t } = useTranslation('payments')
  const { reversal, reversedOn } = payable
  if (reversedOn)
    return (
      <Card title={t('reversal.title')}>
        <p>{t('payable.reversed', { day: day(reversedOn) })}</p>
      </Card>
    )
  return (
    <Card title={t('reversal.title')}>
      {reversal ? (
        <div className="stack">
          <p className="note warn">
            {t('reversal.waits', { name: reversal.byName, at: instant(reversal.at), reason: reversal.reason })}
          </p>
          {reversal.mayConfirm && (
            <div>
              <DialogButton action={t('reversal.decide')} kind="primary">
                {(close) => <Deciding of={payable} onDone={close} />}
              </DialogButton>
            </div>
          )}
        </div>
      ) : (
        <DialogButton action={t('reversal.propose')} kind="danger">
          {(close) => <Proposing of={payable} onDone={close} />}
        </DialogButton>
      )}
    </Card>
  )
}

interface ActingProps {
  of: PayableFile
  onDone: () => void
}

function Proposing({ of: { id, version }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.reverse,
    initial: { reason: '' },
    given: { version },
    send: async (body) => {
      await payments.reverse({ params: { payableId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('reversal.propose')} danger>
      <p className="quiet">{t('reversal.text')}</p>
      <TextField name="reason" label={t('answer.why')} maxLength={200} />
    </Form>
  )
}

function Deciding({ of: { id, version }, onDone }: ActingProps) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.decideReversal,
    initial: { decision: '', reason: '' },
    given: { version },
    send: async (body) => {
      await payments.decideReversal({ params: { payableId: id }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('reversal.decide')}>
      <DecisionFields />
    </Form>
  )
}
