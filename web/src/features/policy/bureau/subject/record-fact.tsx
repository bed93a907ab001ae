import { officerPolicyRoutes, type SubjectRef } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { notify } from '../../../../ui/notices.tsx'
import { FactValue, valueOf } from '../fact-value.tsx'
import { officers, useRecords } from '../queries.ts'

interface RecordFactProps {
  subject: SubjectRef
  onDone: () => Promise<void>
}

/** Records by hand what another authority stated: which record, its value, for which day, by whom. */
export function RecordFact({ subject, onDone }: RecordFactProps) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [text, setText] = useState('')
  const [chosen, setChosen] = useState('')
  const kind = 'organisationId' in subject || 'creditCode' in subject ? 'organisation' : 'person'
  const records = (useRecords().data ?? []).filter(
    ({ answeredBy, subject: of }) => answeredBy === 'held' && (of === null || of === kind),
  )
  const record = records.find(({ name }) => name === chosen)
  const value = record ? valueOf(record, text) : null
  const form = useForm({
    route: officerPolicyRoutes.recordHeldFact,
    initial: { on: '', statedBy: '' },
    given: { subject, record: chosen, ...(value !== null && { value }) },
    send: async (body) => {
      await officers.recordHeldFact({ body })
      notify(t('entitlements:held.recorded'))
      await onDone()
    },
  })
  return (
    <Form form={form} action={t('entitlements:held.record')}>
      <div>
        <ChoiceFilter
          label={t('entitlements:records.record')}
          value={chosen}
          onChange={setChosen}
          all={t('entitlements:held.choose')}
          choices={records.map(({ name, label }) => ({ value: name, label, lang: 'zh-CN' }))}
        />
        <Problem of={form.problems['record']} />
      </div>
      {record && (
        <FactValue
          of={record}
          label={t('entitlements:held.value')}
          text={text}
          problem={form.problems['value']}
          none={t('entitlements:held.choose')}
          onText={setText}
        />
      )}
      <TextField name="on" type="date" label={t('entitlements:held.on')} hint={t('entitlements:held.onText')} />
      <TextField name="statedBy" label={t('entitlements:held.statedBy')} maxLength={100} />
    </Form>
  )
}
