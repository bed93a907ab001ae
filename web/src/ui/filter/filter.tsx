import { type ReactNode, useId } from 'react'
import type { Choice } from '../form/fields/choice-field.tsx'

interface FilterProps {
  label: string
  value: string
  onChange: (value: string) => void
}

/** One choice above a list; it acts at once. */
export function ChoiceFilter({
  label,
  value,
  onChange,
  choices,
  all,
}: FilterProps & { choices: readonly Choice[]; all?: string }) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <select id={id} className="input" value={value} onChange={(event) => onChange(event.target.value)}>
        {all !== undefined && <option value="">{all}</option>}
        {choices.map(({ value, label, lang }) => (
          <option key={value} value={value} lang={lang}>
            {label}
          </option>
        ))}
      </select>
    </div>
  )
}

export function DayFilter({ label, value, onChange }: FilterProps) {
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input id={id} type="date" className="input" value={value} onChange={(event) => onChange(event.target.value)} />
    </div>
  )
}

/** The filters of a list and what can be done with it. */
export const Toolbar = ({ children, actions }: { children: ReactNode; actions?: ReactNode }) => (
  <div className="toolbar">
    {children}
    {actions && <div className="row end">{actions}</div>}
  </div>
)
