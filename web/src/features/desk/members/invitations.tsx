import { accountsRoutes, type Invitation, ROLES } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { desk, useDeskChanged, useOrganisationId } from '../queries.ts'

type OneInvitation = ReturnType<typeof Invitation.parse>

/** Invitations by phone that nobody has accepted yet, and a new one. */
export function Invitations() {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const query = useQuery({
    queryKey: ['desk', organisationId, 'invitations'],
    queryFn: () => desk.listInvitations({ params: { organisationId } }),
  })
  const withdraw = (invitationId: string) =>
    desk.withdrawInvitation({ params: { organisationId, invitationId } }).then(changed)
  const columns: Column<OneInvitation>[] = [
    { key: 'phone', short: true, title: t('register.phone'), cell: ({ phone }) => phone },
    { key: 'role', title: t('members.role'), cell: ({ role }) => t(`role.${role}`) },
    { key: 'expiresAt', short: true, title: t('members.expiresAt'), cell: ({ expiresAt }) => instant(expiresAt) },
    {
      key: 'withdraw',
      title: t('ui:table.actions'),
      cell: ({ id }) => (
        <Confirm action={t('members.withdraw')} onConfirm={() => withdraw(id)}>
          {t('members.withdrawText')}
        </Confirm>
      ),
    },
  ]
  return (
    <>
      <Card title={t('members.invite')}>
        <Invite />
      </Card>
      <Answer of={query}>
        {({ items }) =>
          items.length > 0 && (
            <DataTable caption={t('members.invitations')} columns={columns} rows={items} rowKey={({ id }) => id} />
          )
        }
      </Answer>
    </>
  )
}

function Invite() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: accountsRoutes.inviteMember,
    initial: { phone: '', role: 'recruiter' },
    send: async (body) => {
      await desk.inviteMember({ params: { organisationId }, body })
      form.reset()
      await changed()
      notify(t('members.invited'))
    },
  })
  return (
    <Form form={form} action={t('members.invite')}>
      <TextField name="phone" label={t('members.phone')} type="tel" maxLength={11} hint={t('members.phoneHint')} />
      <ChoiceField
        name="role"
        label={t('members.role')}
        choices={ROLES.map((value) => ({ value, label: t(`role.${value}`) }))}
      />
    </Form>
  )
}
