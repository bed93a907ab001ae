import { accountsRoutes } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { useSignedIn } from '../../../app/session.ts'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'

/** Joins an organisation, or agrees to help a person, by the code of the message. */
export function AcceptInvitation() {
  const { t } = useTranslation('me')
  const navigate = useNavigate()
  const changed = useSignedIn()
  const form = useForm({
    route: accountsRoutes.acceptInvitation,
    initial: { code: '' },
    send: async (body) => {
      const { organisationId } = await accounts.acceptInvitation({ body })
      await changed()
      notify(t('invitation.done'))
      if (organisationId) await navigate({ to: '/desk/$organisationId', params: { organisationId } })
    },
  })
  return (
    <Card title={t('invitation.title')}>
      <Form form={form} action={t('invitation.go')}>
        <TextField name="code" label={t('invitation.code')} hint={t('invitation.hint')} maxLength={40} />
      </Form>
    </Card>
  )
}
