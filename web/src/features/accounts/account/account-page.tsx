import { accountsRoutes, type Me } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { useMe } from '../../../app/session.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import { Masked } from './masked.tsx'
import { NewPassword } from './new-password.tsx'
import { NewPhone } from './new-phone.tsx'
import { useMeChanged } from '../me/queries.ts'

export function AccountPage() {
  const { t } = useTranslation('me')
  return (
    <Page title={t('rooms.account')} lead={t('account.lead')}>
      <Answer of={useMe()}>{(me) => me && <Account me={me} />}</Answer>
    </Page>
  )
}

const Account = ({ me }: { me: Me }) => {
  const { t } = useTranslation('me')
  return (
    <>
      <Card title={t('account.held')}>
        <Facts
          of={[
            [t('account.name'), me.name],
            [t('account.phone'), <Masked key="phone" field="phone" value={me.phone} />],
            [t('account.email'), <Masked key="email" field="email" value={me.email} />],
            [t('account.residentId'), <Masked key="residentId" field="residentId" value={me.residentId} />],
          ]}
        />
      </Card>
      <Card title={t('account.change')}>
        <ChangeMe key={me.version} me={me} />
      </Card>
      <NewPhone />
      <NewPassword hasPassword={me.hasPassword} />
    </>
  )
}

/** Masked values are not put into fields: an empty field means no change. */
function ChangeMe({ me }: { me: Me }) {
  const { t } = useTranslation(['me', 'ui'])
  const changed = useMeChanged()
  const form = useForm({
    route: accountsRoutes.changeMe,
    initial: { name: me.name, email: '', residentId: '', version: me.version },
    required: ['name'],
    send: async ({ email, residentId, ...body }) => {
      const given = { ...(email && { email }), ...(residentId && { residentId }) }
      await accounts.changeMe({ body: { ...body, ...given } })
      await changed()
      notify(t('ui:form.saved'))
    },
  })
  return (
    <Form form={form} action={t('ui:form.save')}>
      <TextField name="name" label={t('account.name')} autoComplete="name" maxLength={40} />
      <TextField
        name="email"
        label={t('account.email')}
        type="email"
        autoComplete="email"
        hint={t('account.unchanged')}
      />
      <TextField name="residentId" label={t('account.residentId')} maxLength={18} hint={t('account.residentHint')} />
    </Form>
  )
}
