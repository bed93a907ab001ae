import { type InputHTMLAttributes, useId } from 'react'

interface LabelledInputProps extends InputHTMLAttributes<HTMLInputElement> {
  label: string
  onText: (text: string) => void
}

/** An input with its label, inside a field that has several of them. */
export function LabelledInput({ label, onText, ...input }: LabelledInputProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} className="input" onChange={(event) => onText(event.target.value)} {...input} />
    </div>
  )
}
