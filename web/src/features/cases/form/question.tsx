import type { FormField } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { NumberField } from '../../../ui/form/fields/number-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'

type Asked = Pick<FormField, 'key' | 'label' | 'question' | 'type' | 'options' | 'min' | 'max'>

/** Texts that tell a story get room; names and numbers of accounts do not. */
const STORY = /desc|detail|reason|situation|content|note|statement|opinion|grounds|facts/i

/** One question of a service, with the control that fits what is asked. */
export function Question({ of: field }: { of: Asked }) {
  const { t } = useTranslation(['cases', 'ui'])
  const districts = useDistrictChoices()
  const { key: name, type } = field
  const [label, hint] = wordsOf(field)
  const options = (field.options ?? []).map((value) => ({ value, label: value }))
  if (type === 'district') return <ChoiceField name={name} label={label} hint={hint} choices={districts} />
  if (type === 'choice') return <ChoiceField name={name} label={label} hint={hint} choices={options} />
  if (type === 'list') return <ChecksField name={name} label={label} hint={hint} choices={options} />
  if (type === 'boolean') {
    const choices = (['yes', 'no'] as const).map((value) => ({ value, label: t(`ui:${value}`) }))
    return <ChoiceField name={name} label={label} hint={hint} choices={choices} />
  }
  if (type === 'date') return <TextField name={name} label={label} hint={hint} type="date" />
  if (type === 'money' || type === 'ratio')
    return <TextField name={name} label={`${label} (${t(`field.${type}`)})`} hint={hint} inputMode="decimal" />
  if (type === 'integer') return <NumberField name={name} label={label} hint={hint} {...boundsOf(field)} />
  if (type === 'months' || type === 'days')
    return <NumberField name={name} label={label} hint={hint} unit={t(`field.${type}`)} {...boundsOf(field)} />
  if (STORY.test(name)) return <LongTextField name={name} label={label} hint={hint} />
  return <TextField name={name} label={label} hint={hint} />
}

/** The question is what is asked; where it is only the label in other words, it stands alone. */
function wordsOf({ label, question }: Asked): [label: string, hint: string | undefined] {
  const [short, long] = [nameIn(label), nameIn(question)]
  return [long, short === long || long.includes(short) ? undefined : short]
}

const boundsOf = ({ min, max }: Asked) => ({
  ...(typeof min === 'number' && { min }),
  ...(typeof max === 'number' && { max }),
})
