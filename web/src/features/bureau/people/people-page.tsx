import { accountsRoutes, type FoundPerson } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Card } from '../../../ui/card.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, dayOf } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { DataTable } from '../../../ui/table/data-table.tsx'
import { DocumentSeen } from './document-seen.tsx'
import { RevealField } from './reveal-field.tsx'

const WAYS = ['phone', 'residentId', 'name'] as const
const FIELDS = ['phone', 'residentId', 'email'] as const

/** Finds a person by something known in whole, and opens single fields for a reason. */
export function PeoplePage() {
  const { t } = useTranslation('bureau')
  const [found, setFound] = useState<{ items: readonly FoundPerson[]; by: string } | null>(null)
  const form = useForm({
    route: accountsRoutes.findPeople,
    initial: { by: 'phone', value: '' },
    send: async (body) => setFound({ ...(await accounts.findPeople({ body })), by: body.by }),
  })
  return (
    <Page title={t('rooms./bureau/people')} lead={t('people.lead')}>
      <Card title={t('people.find')}>
        <Form form={form} action={t('people.find')}>
          <ChoiceField
            name="by"
            label={t('people.by')}
            choices={WAYS.map((value) => ({ value, label: t(`people.${value}`) }))}
          />
          <TextField name="value" label={t('people.value')} hint={t('people.valueHint')} maxLength={40} />
        </Form>
      </Card>
      {found && <Found people={found.items} by={found.by} />}
    </Page>
  )
}

function Found({ people, by }: { people: readonly FoundPerson[]; by: string }) {
  const { t } = useTranslation('bureau')
  if (!people.length)
    return (
      <Empty title={t('people.none')}>
        <p>{t('people.noneText')}</p>
      </Empty>
    )
  const columns: Column<FoundPerson>[] = [
    { key: 'name', short: true, title: t('people.name'), cell: ({ name }) => name },
    ...FIELDS.map((field): Column<FoundPerson> => ({
      key: field,
      title: t(`people.${field}`),
      cell: ({ id, ...person }) => {
        const masked = person[field]
        return masked === null ? '-' : <RevealField key={id} personId={id} field={field} masked={masked} />
      },
    })),
    {
      key: 'seenOn',
      title: t('people.seenOn'),
      cell: (person) => <DocumentSeen key={person.id} of={person} />,
    },
    {
      key: 'since',
      short: true,
      title: t('people.since'),
      cell: ({ createdAt }) => day(dayOf(new Date(createdAt))),
    },
  ]
  return (
    <>
      {by === 'residentId' && people.length > 1 && (
        <p className="note warn">{t('people.same', { count: people.length })}</p>
      )}
      <DataTable caption={t('people.found')} columns={columns} rows={people} rowKey={({ id }) => id} />
    </>
  )
}
