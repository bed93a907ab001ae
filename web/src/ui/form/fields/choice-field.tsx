import { useTranslation } from 'react-i18next'
import { Field, type FieldProps } from '../field.tsx'

export interface Choice {
  value: string
  label: string
  /** Where the label is in another language than the page. */
  lang?: string
}

interface ChoiceFieldProps extends FieldProps {
  choices: readonly Choice[]
  /** Words of the empty choice; without them a choice has to be made. */
  none?: string
}

/** One of several: the browser's own list, good on phones and for keyboards. */
export function ChoiceField({ name, label, hint, choices, none }: ChoiceFieldProps) {
  const { t } = useTranslation('ui')
  return (
    <Field name={name} label={label} hint={hint}>
      {({ set, value, ...wiring }) => (
        <select className="input" value={String(value)} onChange={(event) => set(event.target.value)} {...wiring}>
          <option value="">{none ?? t('form.choose')}</option>
          {choices.map(({ value, label, lang }) => (
            <option key={value} value={value} lang={lang}>
              {label}
            </option>
          ))}
        </select>
      )}
    </Field>
  )
}
