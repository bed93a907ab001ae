import { useEffect, useId, useState } from 'react'

const PAUSE = 300

interface TextFilterProps {
  label: string
  value: string
  onChange: (value: string) => void
  placeholder?: string
  /** The field of a form it serves; a problem there puts the focus here. */
  name?: string
}

/** Text above a list; it acts when typing pauses, so that each letter is not a question to the server. */
export function TextFilter({ label, value, onChange, placeholder, name }: TextFilterProps) {
  const id = useId()
  const [text, setText] = useState(value)
  // What is being typed is not trimmed under the person's hands.
  useEffect(() => setText((before) => (before.trim() === value ? before : value)), [value])
  useEffect(() => {
    if (text.trim() === value) return
    const timer = setTimeout(() => onChange(text.trim()), PAUSE)
    return () => clearTimeout(timer)
  }, [text, value, onChange])
  return (
    <div className="field wide">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        type="search"
        name={name}
        className="input"
        value={text}
        placeholder={placeholder}
        onChange={(event) => setText(event.target.value)}
      />
    </div>
  )
}
