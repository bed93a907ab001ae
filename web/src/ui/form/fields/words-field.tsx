import { useState } from 'react'
import { Field, type FieldProps } from '../field.tsx'
import { useFormState } from '../form.tsx'

const wordsOf = (text: string): string[] => [
  ...new Set(
    text
      .split(/[,，、;；\n]+/)
      .map((word) => word.trim())
      .filter(Boolean),
  ),
]

/** Several words in one line, with commas between; kept as a list. */
export function WordsField({ name, label, hint }: FieldProps) {
  const { values, set } = useFormState()
  const kept = ((values[name] ?? []) as string[]).join('、')
  const [typed, setTyped] = useState(kept)
  const text = wordsOf(typed).join('、') === kept ? typed : kept
  return (
    <Field name={name} label={label} hint={hint}>
      {({ id, 'aria-invalid': invalid, 'aria-describedby': described }) => (
        <input
          className="input"
          value={text}
          onChange={(event) => {
            setTyped(event.target.value)
            set(name, wordsOf(event.target.value))
          }}
          id={id}
          name={name}
          aria-invalid={invalid}
          aria-describedby={described}
        />
      )}
    </Field>
  )
}
