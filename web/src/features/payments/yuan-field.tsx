import { useState } from 'react'
import { Field, type FieldProps } from '../../ui/form/field.tsx'
import { fenOf, typedYuan } from './yuan.ts'

/** An amount to the fen, typed in yuan, kept in fen. */
export const YuanField = ({ name, label, hint }: FieldProps) => (
  <Field name={name} label={label} hint={hint}>
    {({ set, value, ...wiring }) => <Typed value={value} onFen={set} wiring={wiring} />}
  </Field>
)

interface TypedProps {
  value: unknown
  onFen: (fen: number | string) => void
  wiring: object
}

/** What is typed stays as it is typed; what cannot be read is sent as it is, so that it is refused in words. */
function Typed({ value, onFen, wiring }: TypedProps) {
  const [text, setText] = useState(typeof value === 'number' ? typedYuan(value) : '')
  return (
    <input
      className="input"
      inputMode="decimal"
      autoComplete="off"
      value={text}
      onChange={(event) => {
        setText(event.target.value)
        onFen(fenOf(event.target.value) ?? event.target.value)
      }}
      {...wiring}
    />
  )
}
