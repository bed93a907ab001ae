import { type ReactNode, useId } from 'react'
import { useTranslation } from 'react-i18next'
import { useFormState } from './form.tsx'
import { Problem } from './problem.tsx'

export interface FieldProps {
  name: string
  label: string
  hint?: ReactNode
}

interface Wiring {
  id: string
  name: string
  value: unknown
  set: (value: unknown) => void
  'aria-invalid': boolean
  'aria-describedby': string | undefined
}

interface FrameProps extends FieldProps {
  /** What is wrong is said by a part of the field that stands elsewhere. */
  quiet?: boolean
  children: (wiring: Wiring) => ReactNode
}

/** Label, control, hint and problem of one field, tied together for screen readers. */
export function Field({ name, label, hint, quiet, children }: FrameProps) {
  const { t } = useTranslation('ui')
  const { values, set, problems, mayBeEmpty } = useFormState()
  const id = useId()
  const problem = quiet ? undefined : problems[name]
  const described = [hint && `${id}-hint`, problem && `${id}-problem`].filter(Boolean).join(' ')
  return (
    <div className="field">
      <label htmlFor={id}>
        {label}
        {mayBeEmpty(name) && <span className="optional">{t('form.optional')}</span>}
      </label>
      {children({
        id,
        name,
        value: values[name] ?? '',
        set: (value) => set(name, value),
        'aria-invalid': problem !== undefined,
        'aria-describedby': described || undefined,
      })}
      {hint && (
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
      )}
      <Problem of={problem} id={`${id}-problem`} />
    </div>
  )
}
