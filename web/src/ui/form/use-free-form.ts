import { useRef, useState } from 'react'
import { dropDraft, keepDraft, readDraft } from './draft.ts'
import { focusFirst } from './focus.ts'
import type { FormState } from './use-form.ts'

type Values = Record<string, unknown>

interface FreeFormOptions {
  initial: Values
  /** Keeps what is typed in this tab under that name. */
  draft?: string
  /** What is wrong with what was typed, by field; nothing is sent then. */
  check?: (values: Values) => Record<string, string>
  send: (values: Values) => Promise<unknown>
  optional?: (name: string) => boolean
}

const without = (problems: Record<string, string>, name: string) =>
  Object.fromEntries(Object.entries(problems).filter(([each]) => each !== name))

/** A form whose fields come from data, as those of a service do, and are not those of a route's body. */
export function useFreeForm({ initial, draft, check, send, optional }: FreeFormOptions): FormState {
  const [values, setValues] = useState<Values>(() => ({ ...initial, ...(draft ? readDraft(draft) : null) }))
  const [problems, setProblems] = useState<Record<string, string>>({})
  const [error, setError] = useState<Error | null>(null)
  const [pending, setPending] = useState(false)
  // Several fields may change before the next drawing.
  const latest = useRef(values)
  const set = (name: string, value: unknown) => {
    latest.current = { ...latest.current, [name]: value }
    setValues(latest.current)
    if (draft) keepDraft(draft, latest.current)
    setProblems((before) => without(before, name))
  }
  const reset = () => {
    latest.current = initial
    setValues(initial)
  }
  const submit = async () => {
    const found = check?.(latest.current) ?? {}
    setProblems(found)
    setError(null)
    if (Object.keys(found).length) return focusFirst(found)
    setPending(true)
    try {
      await send(latest.current)
      if (draft) dropDraft(draft)
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return {
    values,
    set,
    problems,
    error,
    pending,
    submit,
    reset,
    mayBeEmpty: (name) => optional?.(name) ?? false,
  }
}
