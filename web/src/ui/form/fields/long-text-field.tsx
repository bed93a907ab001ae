import { Field, type FieldProps } from '../field.tsx'

export const LongTextField = ({ name, label, hint, rows = 4 }: FieldProps & { rows?: number }) => (
  <Field name={name} label={label} hint={hint}>
    {({ set, value, ...wiring }) => (
      <textarea
        className="input"
        rows={rows}
        value={String(value)}
        onChange={(event) => set(event.target.value)}
        {...wiring}
      />
    )}
  </Field>
)
