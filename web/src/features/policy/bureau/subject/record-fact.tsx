import { officerPolicyRoutes, type PlainValue, type RecordInUse, type SubjectRef } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { TextField } from '../../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { ChoiceFilter } from '../../../../ui/filter/filter.tsx'
import { notify } from '../../../../ui/notices.tsx'
import { readTyped } from '../../values/typed.ts'
import { officers, useRecords } from '../queries.ts'

type OneRecord = RecordInUse

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
          choices={records.map(({ name, label }) => ({ value: name, label }))}
        />
        <Problem of={form.problems['record']} />
      </div>
      {record && <Value record={record} text={text} problem={form.problems['value']} onText={setText} />}
      <TextField name="on" type="date" label={t('entitlements:held.on')} hint={t('entitlements:held.onText')} />
      <TextField name="statedBy" label={t('entitlements:held.statedBy')} maxLength={100} />
    </Form>
  )
}

interface ValueProps {
  record: OneRecord
  text: string
  problem: string | undefined
  onText: (text: string) => void
}

function Value({ record: { type, options }, text, problem, onText }: ValueProps) {
  const { t } = useTranslation(['policy', 'entitlements', 'ui'])
  const choices =
    type === 'boolean'
      ? [
          { value: 'true', label: t('ui:yes') },
          { value: 'false', label: t('ui:no') },
        ]
      : options.map((value) => ({ value, label: value }))
  return (
    <div>
      {choices.length ? (
        <ChoiceFilter
          label={t('entitlements:held.value')}
          value={text}
          onChange={onText}
          all={t('entitlements:held.choose')}
          choices={choices}
        />
      ) : (
        <LabelledInput
          label={`${t('entitlements:held.value')} ${type ? t(`entitlements:unit.${type}`) : ''}`}
          type={type === 'date' ? 'date' : 'text'}
          value={text}
          name="value"
          aria-invalid={problem !== undefined}
          onText={onText}
        />
      )}
      <Problem of={problem} />
    </div>
  )
}

/** The value as the contract takes it; null while it cannot be read. */
function valueOf({ type, options }: OneRecord, text: string): PlainValue | null {
  if (type === 'boolean') return text === '' ? null : text === 'true'
  if (options.length) return text === '' ? null : type === 'list' ? [text] : text
  // Names, accounts and districts are words.
  return type === null ? text.trim() || null : readTyped(type, text)
}
