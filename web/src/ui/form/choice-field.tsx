import { Field, type FieldProps } from './field.tsx'

export interface Choice {
  value: string
  label: string
}

interface ChoiceFieldProps extends FieldProps {
  choices: readonly Choice[]
  /** Words of the empty choice; without them a choice has to be made. */
  none?: string
}

/** One of several: the browser's own list, good on phones and for keyboards. */
export const ChoiceField = ({ name, label, hint, choices, none }: ChoiceFieldProps) => (
  <Field name={name} label={label} hint={hint}>
    {({ set, value, ...wiring }) => (
      <select className="input" value={String(value)} onChange={(event) => set(event.target.value)} {...wiring}>
        <option value="">{none ?? ''}</option>
        {choices.map(({ value, label }) => (
          <option key={value} value={value}>
            {label}
          </option>
        ))}
      </select>
    )}
  </Field>
)
