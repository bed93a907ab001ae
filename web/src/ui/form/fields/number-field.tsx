import { Field, type FieldProps } from '../field.tsx'

interface NumberFieldProps extends FieldProps {
  /** Stands behind the number: 年, 分钟. */
  unit?: string
  min?: number
  max?: number
  /** What one in the field counts in the body: yuan typed, fen sent is 100. */
  scale?: number
}

/** A whole number; empty is null. */
export const NumberField = ({ name, label, hint, unit, min = 0, max, scale = 1 }: NumberFieldProps) => (
  <Field name={name} label={unit ? `${label} (${unit})` : label} hint={hint}>
    {({ set, value, ...wiring }) => (
      <input
        className="input"
        type="number"
        inputMode="numeric"
        step={1}
        min={min}
        max={max}
        value={typeof value === 'number' ? Math.round(value / scale) : ''}
        onChange={(event) => set(event.target.value === '' ? null : Math.round(Number(event.target.value)) * scale)}
        {...wiring}
      />
    )}
  </Field>
)
