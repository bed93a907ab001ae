import { accountsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Fold } from '../../../ui/fold.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProofField } from './proof-field.tsx'
import { useMeChanged } from '../me/queries.ts'
import { useProof } from './use-proof.ts'

export function NewPassword({ hasPassword }: { hasPassword: boolean }) {
  const { t } = useTranslation('me')
  const changed = useMeChanged()
  const { proof, clear, given } = useProof('setPassword')
  const form = useForm({
    route: accountsRoutes.setPassword,
    initial: { password: '' },
    given: { proof: given },
    send: async (body) => {
      await accounts.setPassword({ body })
      form.set('password', '')
      clear()
      await changed()
      notify(t('account.passwordSet'))
    },
  })
  return (
    <Fold title={t(hasPassword ? 'account.changePassword' : 'account.setPassword')}>
      <Form form={form} action={t('account.savePassword')}>
        <TextField
          name="password"
          label={t('account.newPassword')}
          type="password"
          autoComplete="new-password"
          hint={t('account.passwordHint')}
        />
        <ProofField proof={proof} />
      </Form>
    </Fold>
  )
}
