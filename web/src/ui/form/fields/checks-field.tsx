import { useId } from 'react'
import type { Choice } from './choice-field.tsx'
import type { FieldProps } from '../field.tsx'
import { useFormState } from '../form.tsx'
import { Problem } from '../problem.tsx'

/** Several of several, as a list of their values. */
export function ChecksField({ name, label, hint, choices }: FieldProps & { choices: readonly Choice[] }) {
  const { values, set, problems } = useFormState()
  const id = useId()
  const chosen = (values[name] ?? []) as readonly string[]
  const toggle = (value: string) =>
    set(name, chosen.includes(value) ? chosen.filter((each) => each !== value) : [...chosen, value])
  return (
    <fieldset aria-describedby={`${id}-more`}>
      <legend>{label}</legend>
      <div className="checks">
        {choices.map(({ value, label }) => (
          <label key={value} className="check">
            <input type="checkbox" name={name} checked={chosen.includes(value)} onChange={() => toggle(value)} />
            {label}
          </label>
        ))}
      </div>
      <div id={`${id}-more`} className="field">
        {hint && <div className="hint">{hint}</div>}
        <Problem of={problems[name]} />
      </div>
    </fieldset>
  )
}
