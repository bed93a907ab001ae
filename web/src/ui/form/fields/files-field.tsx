import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../button.tsx'
import { ProblemNote } from '../../state/problem-note.tsx'
import type { FieldProps } from '../field.tsx'
import { useFormState } from '../form.tsx'
import { Problem } from '../problem.tsx'

interface Kept {
  id: string
  name: string
}
interface FilesFieldProps extends FieldProps {
  /** Stores one file; the field holds the ids. */
  upload: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<Kept>
  /** Only one file, its id by itself. */
  single?: boolean
}

/** Files, stored as soon as they are chosen; the form sends only their ids. Their names stay in the form's draft. */
export function FilesField({ name, label, hint, upload, single }: FilesFieldProps) {
  const { t } = useTranslation('ui')
  const { problems } = useFormState()
  const { ids, names, keep, add, pending, error } = useFiles(name, upload, single)
  const id = useId()
  return (
    <div className="field">
      <label htmlFor={id}>{label}</label>
      <input
        id={id}
        name={name}
        type="file"
        className="input"
        accept="application/pdf,image/png,image/jpeg"
        multiple={!single}
        disabled={pending}
        aria-describedby={`${id}-more`}
        onChange={(event) => {
          const files = [...(event.target.files ?? [])]
          event.target.value = ''
          void add(files)
        }}
      />
      <div id={`${id}-more`}>
        {hint && <div className="hint">{hint}</div>}
        {pending && <div role="status">{t('form.uploading')}</div>}
        <Problem of={problems[name]} />
      </div>
      {error && <ProblemNote error={error} />}
      <ul className="plain">
        {ids.map((each) => (
          <li key={each} className="row">
            {names[each] ?? each}
            <Button kind="bare" onClick={() => keep(ids.filter((other) => other !== each))}>
              {t('form.remove')}
            </Button>
          </li>
        ))}
      </ul>
    </div>
  )
}

/** The ids that stand in the form, the names that go with them, and the upload of more. */
function useFiles(name: string, upload: FilesFieldProps['upload'], single: boolean | undefined) {
  const { values, set } = useFormState()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const names = (values[`${name}Names`] ?? {}) as Record<string, string>
  const one = values[name] ? [String(values[name])] : []
  const ids = single ? one : ((values[name] ?? []) as string[])
  const keep = (next: readonly string[]) => set(name, single ? (next.at(-1) ?? '') : next)
  const add = async (files: readonly File[]) => {
    setPending(true)
    setError(null)
    const kept: Kept[] = []
    try {
      for (const file of files) kept.push(await upload(file.name, new Uint8Array(await file.arrayBuffer())))
    } catch (thrown) {
      setError(thrown as Error)
    }
    keep([...ids, ...kept.map(({ id }) => id)])
    set(`${name}Names`, { ...names, ...Object.fromEntries(kept.map((each) => [each.id, each.name])) })
    setPending(false)
  }
  return { ids, names, keep, add, pending, error }
}
