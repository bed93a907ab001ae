import { Field, type FieldProps } from '../field.tsx'

interface TextFieldProps extends FieldProps {
  type?: 'text' | 'tel' | 'email' | 'url' | 'password' | 'date'
  autoComplete?: string
  inputMode?: 'numeric' | 'decimal' | 'text'
  maxLength?: number
  /** First and last day that can be picked, `2026-03-01`. */
  min?: string
  max?: string
}

export const TextField = ({ name, label, hint, type = 'text', autoComplete = 'off', ...rest }: TextFieldProps) => (
  <Field name={name} label={label} hint={hint}>
    {({ set, value, ...wiring }) => (
      <input
        className="input"
        type={type}
        autoComplete={autoComplete}
        value={String(value)}
        onChange={(event) => set(event.target.value)}
        {...rest}
        {...wiring}
      />
    )}
  </Field>
)
