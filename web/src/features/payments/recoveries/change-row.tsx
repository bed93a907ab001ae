import { type AccountChange, paymentsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Status } from '../../../ui/status.tsx'
import { DecisionField } from '../decision-fields.tsx'
import { payments, usePaymentsChanged } from '../queries.ts'

type Change = ReturnType<typeof AccountChange.parse>
const TONE = { waiting: 'warn', confirmed: 'good', refused: 'bad' } as const

/** A corrected account, and what another person said of it. */
export function ChangeRow({ of: change }: { of: Change }) {
  const { t } = useTranslation('payments')
  const { account, status, by, byName, at, reason, decidedBy, refusal, mayDecide } = change
  return (
    <li className="stack-tight">
      <div className="row">
        <strong>{`${account.holder} ${account.masked} ${account.bank}`}</strong>
        <Status tone={TONE[status]}>{t(`account.state.${status}`)}</Status>
      </div>
      <div className="small quiet">{`${t(`account.from.${by}`)} ${byName} ${instant(at)} ${reason}`}</div>
      {(decidedBy ?? refusal) && <div className="small">{[decidedBy, refusal].filter(Boolean).join(' ')}</div>}
      {mayDecide && (
        <div>
          <DialogButton action={t('account.decide')}>{(close) => <Deciding of={change} onDone={close} />}</DialogButton>
        </div>
      )}
    </li>
  )
}

function Deciding({ of: { id }, onDone }: { of: Change; onDone: () => void }) {
  const { t } = useTranslation('payments')
  const changed = usePaymentsChanged()
  const form = useForm({
    route: paymentsRoutes.decideAccount,
    initial: { decision: '', reason: '' },
    required: ({ decision }) => (decision === 'refused' ? ['reason'] : []),
    send: async (body) => {
      await payments.decideAccount({ params: { changeId: id }, body })
      await changed()
      notify(t('account.decided'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('account.decide')}>
      <DecisionField />
      <LongTextField name="reason" label={t('account.refusal')} rows={2} />
    </Form>
  )
}
