import { type Call, ProblemError, type Route } from '@renshu/contracts'
import { useEffect, useRef, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { focusFirst } from './focus.ts'
import { accepts, bodyOf, problemsOf, shapeOf } from './values.ts'

type Body<R extends Route> = Call<R> extends { body?: infer B } ? NonNullable<B> : never
type Values = Record<string, unknown>

type Needed<R extends Route> = readonly (keyof Body<R> & string)[]

interface FormOptions<R extends Route> {
  /** The contract's schema of the body checks what was typed before it is sent. */
  route: R
  initial: { [K in keyof Body<R>]?: unknown }
  /** Parts of the body that do not stand in fields. */
  given?: { [K in keyof Body<R>]?: unknown }
  /** Fields that may be left out of the body but not be emptied here, or not beside what the others say. */
  required?: Needed<R> | ((values: Values) => Needed<R>)
  /** Keeps what is typed in this tab under that name. Not for codes and passwords. */
  draft?: string
  send: (body: Body<R>) => Promise<unknown>
}

export interface FormState {
  values: Values
  set: (name: string, value: unknown) => void
  /** What is wrong, by field. */
  problems: Record<string, string>
  /** A failure that belongs to no field. */
  error: Error | null
  pending: boolean
  submit: () => Promise<void>
  /** Empties the fields after something was added, for the next one. */
  reset: () => void
  mayBeEmpty: (name: string) => boolean
}

/** Problems the server found, by field; they stand beside the fields, not above the form. */
function fieldProblems(thrown: unknown): Record<string, string> {
  const fields = thrown instanceof ProblemError ? (thrown.problem.fields ?? []) : []
  return Object.fromEntries(
    fields.flatMap(({ path, message }) => {
      const [part, name] = path.split('.')
      return part === 'body' && name ? [[name, message]] : []
    }),
  )
}

const without = (problems: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(problems).filter(([each]) => each !== name))

/** What was typed, kept as a draft from the first change on. */
function useValues(initial: Values, draft: string | undefined) {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...(draft ? readDraft(draft) : null) }))
  const touched = useRef(false)
  useEffect(() => {
    if (draft && touched.current) keepDraft(draft, values)
  }, [draft, values])
  const set = (name: string, value: unknown) => {
    touched.current = true
    setValues((before) => ({ ...before, [name]: value }))
  }
  const forget = () => {
    touched.current = false
    if (draft) dropDraft(draft)
  }
  return { values, set, forget, reset: () => setValues(initial) }
}

/** A form bound to the body of a route: values, drafts, problems by field, sending. */
export function useForm<const R extends Route>(options: FormOptions<R>): FormState {
  const { t } = useTranslation('ui')
  const { route, initial, given, draft, send } = options
  const { values, set, forget, reset } = useValues(initial as Values, draft)
  const { required: needed = [] } = options
  const required = typeof needed === 'function' ? needed(values) : needed
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [error, setError] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  const shape = shapeOf(route)
  const submit = async () => {
    const body = bodyOf({ ...values, ...given }, shape)
    const found = problemsOf(route, body, required, t)
    setProblems(found)
    setError(null)
    if (Object.keys(found).length) return focusFirst(found)
    setPending(true)
    try {
      await send(body as Body<R>)
      forget()
    } catch (thrown) {
      setProblems(fieldProblems(thrown))
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return {
    values,
    set: (name, value) => {
      set(name, value)
      setProblems((before) => without(before, name))
    },
    problems,
    error,
    pending,
    submit,
    reset,
    mayBeEmpty: (name) =>
      !(required as readonly string[]).includes(name) &&
      [undefined, null, ''].some((value) => accepts(shape[name], value)),
  }
}
