import { createContext, type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { ProblemNote } from '../state/problem-note.tsx'
import { isStale, StaleNote } from '../state/stale-note.tsx'
import type { FormState } from './use-form.ts'

const FormContext = createContext<FormState | null>(null)

/** The form a field stands in. */
export function useFormState(): FormState {
  const form = useContext(FormContext)
  if (!form) throw new Error('A field stands in a Form')
  return form
}

interface FormProps {
  form: FormState
  /** The words of the one button that sends it. */
  action: string
  danger?: boolean
  /** It is not what the page is for: the page has another primary action. */
  aside?: boolean
  /** Further buttons beside it. */
  more?: ReactNode
  /** Where the record is read again when somebody else was faster: what it says now. */
  stale?: ReactNode
  children: ReactNode
}

export function Form({ form, action, danger, aside, more, stale, children }: FormProps) {
  const { t } = useTranslation('ui')
  return (
    <FormContext.Provider value={form}>
      <form
        className="form"
        noValidate
        onSubmit={(event) => {
          event.preventDefault()
          if (!form.pending) void form.submit()
        }}
      >
        {children}
        {form.error &&
          (stale && isStale(form.error) ? (
            <StaleNote>{stale}</StaleNote>
          ) : (
            <ProblemNote error={form.error} beside={Object.keys(form.problems)} />
          ))}
        <div className="buttons">
          <Button type="submit" kind={danger ? 'danger' : aside ? 'plain' : 'primary'} disabled={form.pending}>
            {form.pending ? t('form.sending') : action}
          </Button>
          {more}
        </div>
      </form>
    </FormContext.Provider>
  )
}
