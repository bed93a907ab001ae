import { accountsRoutes, type SignedIn } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { session } from '../../../app/session.ts'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'

export function PasswordSignIn({ onSignedIn }: { onSignedIn: (signedIn: SignedIn) => Promise<void> }) {
  const { t } = useTranslation('accounts')
  const form = useForm({
    route: accountsRoutes.signInByPassword,
    initial: { phone: '', password: '' },
    send: async (body) => onSignedIn(await session.signInByPassword({ body })),
  })
  return (
    <Form form={form} action={t('signIn.go')}>
      <TextField name="phone" label={t('phone')} type="tel" autoComplete="username" maxLength={11} />
      <TextField name="password" label={t('password')} type="password" autoComplete="current-password" />
    </Form>
  )
}
