import { useId } from 'react'
import { useFormState } from '../form.tsx'
import { Problem } from '../problem.tsx'

interface RadioFieldProps {
  name: string
  label: string
  /** Each with a sentence that says what it means. */
  choices: readonly { value: string; label: string; text: string }[]
}

/** One of few, all of them in sight with what they mean; none is chosen beforehand. */
export function RadioField({ name, label, choices }: RadioFieldProps) {
  const { values, set, problems } = useFormState()
  const id = useId()
  return (
    <fieldset aria-describedby={`${id}-problem`} className="stack">
      <legend>{label}</legend>
      {choices.map(({ value, label: words, text }) => (
        <label key={value} className="check">
          <input
            type="radio"
            name={name}
            checked={values[name] === value}
            onChange={() => set(name, value)}
            aria-describedby={`${id}-${value}`}
          />
          <span>
            <strong>{words}</strong>
            <br />
            <span id={`${id}-${value}`} className="small quiet">
              {text}
            </span>
          </span>
        </label>
      ))}
      <div id={`${id}-problem`} className="field">
        <Problem of={problems[name]} />
      </div>
    </fieldset>
  )
}
