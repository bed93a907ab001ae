import { accountsRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { ProofField } from './proof-field.tsx'
import { useMeChanged } from '../me/queries.ts'
import { useProof } from './use-proof.ts'

/** A new phone needs a code sent to it, and a proof that the account is the person's own. */
export function NewPhone() {
  const { t } = useTranslation(['me', 'ui'])
  const changed = useMeChanged()
  const { proof, clear, given } = useProof('changePhone')
  const [error, setError] = useState<Error | null>(null)
  const form = useForm({
    route: accountsRoutes.changePhone,
    initial: { phone: '', code: '' },
    given: { proof: given },
    send: async (body) => {
      await accounts.changePhone({ body })
      clear()
      form.reset()
      await changed()
      notify(t('ui:form.saved'))
    },
  })
  const sendCode = () =>
    accounts.sendNewPhoneCode({ body: { phone: String(form.values['phone']) } }).then(
      () => notify(t('proof.sent')),
      (thrown: Error) => setError(thrown),
    )
  return (
    <Fold title={t('account.changePhone')}>
      <Form form={form} action={t('account.savePhone')}>
        <TextField name="phone" label={t('account.newPhone')} type="tel" maxLength={11} />
        <div>
          <Button onClick={() => void sendCode()}>{t('account.codeToNew')}</Button>
        </div>
        {error && <ProblemNote error={error} />}
        <TextField name="code" label={t('account.newPhoneCode')} inputMode="numeric" maxLength={6} />
        <ProofField proof={proof} />
      </Form>
    </Fold>
  )
}
