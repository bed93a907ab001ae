import type { CounterApplicant } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../app/new-id.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useFreeForm } from '../../../ui/form/use-free-form.ts'
import { Page } from '../../../ui/page.tsx'
import { useServices } from '../hall/queries.ts'
import { office } from '../office/queries.ts'
import { ApplicantFields, applicantOf, neededOf } from './applicant-fields.tsx'
import { CounterForm } from './counter-form.tsx'

export interface TakingIn {
  /** Id of the case to come; papers are uploaded under it before. */
  id: string
  service: string
  mode: 'nearby'
  applicant: CounterApplicant
  /** As it was typed, for the heading. */
  name: string
}

/** At a counter: who is there, what for, and the form with what is on record; decided where competent. */
export function CounterPage() {
  const { t } = useTranslation('office')
  const [taking, setTaking] = useState<TakingIn | null>(null)
  return (
    <Page
      title={t('counter.title')}
      lead={t('counter.lead')}
      actions={taking && <Button onClick={() => setTaking(null)}>{t('counter.another')}</Button>}
    >
      {taking ? <CounterForm key={taking.id} of={taking} /> : <Who onChosen={setTaking} />}
    </Page>
  )
}

const START = {
  service: '',
  mode: '',
  kind: 'person',
  way: 'phone',
  phone: '',
  residentId: '',
  name: '',
  account: '',
  signed: false,
  organisationId: '',
}

function Who({ onChosen }: { onChosen: (taking: TakingIn) => void }) {
  const { t } = useTranslation(['office', 'services', 'ui'])
  const services = useServices().data ?? []
  const kindOf = (values: Record<string, unknown>) => {
    const applicant = services.find(({ key }) => key === values['service'])?.applicant
    return applicant === 'either' ? values['kind'] : applicant
  }
  const form = useFreeForm({
    initial: START,
    check: (values) => {
      const names = ['service', 'mode', ...neededOf(kindOf(values), values)]
      return Object.fromEntries(names.filter((name) => !values[name]).map((name) => [name, t('ui:form.required')]))
    },
    send: async (values) => {
      const applicant = applicantOf(kindOf(values), values)
      const asked = { service: String(values['service']), mode: values['mode'] as 'nearby', applicant }
      // Whether they can be taken in at all is said here, where it can be put right.
      await office.counterForm({ body: asked })
      onChosen({ ...asked, id: newId(), name: String(values['name']) })
    },
  })
  const service = services.find(({ key }) => key === form.values['service'])
  return (
    <Card title={t('counter.who')}>
      <Form form={form} action={t('counter.next')}>
        <ChoiceField
          name="service"
          label={t('task.service')}
          choices={services.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
        />
        {service && (
          <ChoiceField
            name="mode"
            label={t('services:start.mode')}
            choices={service.modes.map(({ mode, name }) => ({ value: mode, label: nameIn(name) }))}
          />
        )}
        {service && <ApplicantFields kind={String(kindOf(form.values))} either={service.applicant === 'either'} />}
      </Form>
    </Card>
  )
}
