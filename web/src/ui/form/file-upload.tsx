import { type ReactNode, useId } from 'react'
import { Card } from '../card.tsx'
import { ProblemNote } from '../state/problem-note.tsx'
import { useAttempt } from '../use-attempt.ts'

interface FileUploadProps<T> {
  label: string
  hint: ReactNode
  /** What is said while it is sent. */
  busy: string
  /** As the attribute of the input. */
  accept: string
  send: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<T>
  onSent: (answer: T) => unknown
}

/** One file, sent as soon as it is chosen. */
export function FileUpload<T>({ label, hint, busy, accept, send, onSent }: FileUploadProps<T>) {
  const id = useId()
  const { pending, error, attempt } = useAttempt()
  const take = (file: File) =>
    attempt(async () => onSent(await send(file.name, new Uint8Array(await file.arrayBuffer()))))
  return (
    <Card>
      <div className="field">
        <label htmlFor={id}>{label}</label>
        <input
          id={id}
          type="file"
          className="input"
          accept={accept}
          disabled={pending}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.target.files?.[0]
            // The same file can be chosen again after it was mended.
            event.target.value = ''
            if (file) void take(file)
          }}
        />
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
        {pending && <div role="status">{busy}</div>}
      </div>
      {error && <ProblemNote error={error} />}
    </Card>
  )
}

/** A table of rows to be imported. */
export const TableUpload = <T,>(props: Omit<FileUploadProps<T>, 'accept'>) => (
  <FileUpload {...props} accept=".xlsx,.csv" />
)
