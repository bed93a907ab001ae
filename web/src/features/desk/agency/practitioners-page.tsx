import { type Practitioner, registryRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { Page } from '../../../ui/page.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { PractitionerChange } from './practitioner-change.tsx'
import { desk, useDeskChanged, useOrganisationId, useOwns } from '../queries.ts'
import { PractitionerFields } from './practitioner-fields.tsx'

type Row = ReturnType<typeof Practitioner.parse>

/** Those who do the agency's work; recruiting needs a minimum of them. */
export function PractitionersPage() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const owns = useOwns()
  const columns = useColumns(owns)
  const query = useQuery({
    queryKey: ['desk', organisationId, 'practitioners'],
    queryFn: () => desk.practitioners({ params: { organisationId } }),
  })
  return (
    <Page title={t('rooms.practitioners')} lead={t('practitioners.lead')}>
      <Answer of={query}>
        {({ items }) =>
          items.length ? (
            <DataTable caption={t('rooms.practitioners')} columns={columns} rows={items} rowKey={({ id }) => id} />
          ) : (
            <Empty title={t('practitioners.none')} />
          )
        }
      </Answer>
      {owns && (
        <Card title={t('practitioners.add')}>
          <Add />
        </Card>
      )}
    </Page>
  )
}

function useColumns(owns: boolean): Column<Row>[] {
  const { t } = useTranslation(['desk', 'registry', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const remove = (practitionerId: string) =>
    desk.removePractitioner({ params: { organisationId, practitionerId } }).then(changed)
  return [
    { key: 'name', title: t('members.name'), cell: ({ name }) => name },
    { key: 'certificate', title: t('practitioners.certificate'), cell: (row) => row.certificateNumber ?? '-' },
    {
      key: 'period',
      title: t('practitioners.period'),
      cell: ({ fromOn, untilOn }) =>
        t('registry:profile.fromTo', { from: day(fromOn), until: untilOn ? day(untilOn) : t('practitioners.now') }),
    },
    {
      key: 'remove',
      title: t('ui:table.actions'),
      cell: (practitioner) =>
        owns ? (
          <span className="row">
            <PractitionerChange of={practitioner} />
            <Confirm action={t('members.remove')} danger onConfirm={() => remove(practitioner.id)}>
              {t('practitioners.removeText', { name: practitioner.name })}
            </Confirm>
          </span>
        ) : null,
    },
  ]
}

function Add() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: registryRoutes.addPractitioner,
    initial: { name: '', certificateNumber: '', fromOn: '', untilOn: '' },
    draft: `practitioner.${organisationId}`,
    send: async (body) => {
      await desk.addPractitioner({ params: { organisationId }, body })
      form.reset()
      await changed()
      notify(t('practitioners.added'))
    },
  })
  return (
    <Form form={form} action={t('practitioners.add')}>
      <PractitionerFields />
    </Form>
  )
}
