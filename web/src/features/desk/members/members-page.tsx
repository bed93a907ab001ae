import { type Member, type MemberRole, ROLES } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { Invitations } from './invitations.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns } from '../queries.ts'
import { RoleChoice } from './role-choice.tsx'

type OneMember = ReturnType<typeof Member.parse>

/** Who belongs to the organisation and what each may do; owners invite, change and remove. */
export function MembersPage() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const owns = useOwns()
  const columns = useColumns(owns)
  const query = useQuery({
    queryKey: ['desk', organisationId, 'members'],
    queryFn: () => desk.listMembers({ params: { organisationId } }),
  })
  return (
    <Page title={t('rooms.members')} lead={t('members.lead')}>
      <dl className="facts small">
        {ROLES.map((role) => [
          <dt key={role}>{t(`role.${role}`)}</dt>,
          <dd key={`${role} text`}>{t(`roleText.${role}`)}</dd>,
        ])}
      </dl>
      <Answer of={query}>
        {({ items }) => (
          <DataTable caption={t('rooms.members')} columns={columns} rows={items} rowKey={({ id }) => id} />
        )}
      </Answer>
      {owns && <Invitations />}
    </Page>
  )
}

function useColumns(owns: boolean): Column<OneMember>[] {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const change = (memberId: string, role: MemberRole, version: number) =>
    desk.changeMember({ params: { organisationId, memberId }, body: { role, version } }).then(changed)
  const remove = (memberId: string) => desk.removeMember({ params: { organisationId, memberId } }).then(changed)
  return [
    { key: 'name', title: t('members.name'), cell: ({ name }) => name, plain: ({ name }) => name },
    { key: 'phone', short: true, title: t('register.phone'), cell: ({ phone }) => phone ?? '-' },
    {
      key: 'role',
      title: t('members.role'),
      cell: ({ id, name, role, version }) =>
        owns ? (
          <RoleChoice key={`${id} ${version}`} name={name} role={role} onChange={(next) => change(id, next, version)} />
        ) : (
          t(`role.${role}`)
        ),
    },
    { key: 'createdAt', short: true, title: t('members.since'), cell: ({ createdAt }) => instant(createdAt) },
    {
      key: 'remove',
      title: t('ui:table.actions'),
      cell: ({ id, name }) =>
        owns ? (
          <Confirm action={t('members.remove')} danger onConfirm={() => remove(id)}>
            {t('members.removeText', { name })}
          </Confirm>
        ) : null,
    },
  ]
}
