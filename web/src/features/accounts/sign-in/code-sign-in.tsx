import { accountsRoutes, type SignedIn } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { session } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { ShownCode } from './shown-code.tsx'

interface CodeSignInProps {
  /** Messages are shown on screen instead of being sent. */
  development: boolean
  onSignedIn: (signedIn: SignedIn) => Promise<void>
}

/** Phone, then the code that was sent to it. The first sign-in makes the account. */
export function CodeSignIn({ development, onSignedIn }: CodeSignInProps) {
  const { t } = useTranslation('accounts')
  const [phone, setPhone] = useState<string | null>(null)
  const ask = useForm({
    route: accountsRoutes.sendCode,
    initial: { phone: '' },
    send: async (body) => {
      await session.sendCode({ body })
      setPhone(body.phone)
    },
  })
  if (phone === null)
    return (
      <Form key="phone" form={ask} action={t('signIn.sendCode')}>
        <TextField name="phone" label={t('phone')} type="tel" autoComplete="tel" maxLength={11} />
      </Form>
    )
  return (
    <>
      <p>{t('signIn.sentTo', { phone })}</p>
      {development && <ShownCode phone={phone} />}
      <CodeForm key={phone} phone={phone} onSignedIn={onSignedIn} onOther={() => setPhone(null)} />
    </>
  )
}

interface CodeFormProps {
  phone: string
  onSignedIn: (signedIn: SignedIn) => Promise<void>
  onOther: () => void
}

function CodeForm({ phone, onSignedIn, onOther }: CodeFormProps) {
  const { t } = useTranslation('accounts')
  const form = useForm({
    route: accountsRoutes.signInByCode,
    initial: { phone, code: '', name: '' },
    send: async (body) => onSignedIn(await session.signInByCode({ body })),
  })
  return (
    <Form
      form={form}
      action={t('signIn.go')}
      more={
        <Button kind="bare" onClick={onOther}>
          {t('signIn.otherPhone')}
        </Button>
      }
    >
      <TextField name="code" label={t('code')} inputMode="numeric" autoComplete="one-time-code" maxLength={6} />
      <TextField name="name" label={t('signIn.name')} hint={t('signIn.nameHint')} autoComplete="name" maxLength={40} />
    </Form>
  )
}
