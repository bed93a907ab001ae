import type { JobImportReport } from '@renshu/contracts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { ProblemNote } from '../../../../ui/state/problem-note.tsx'

interface TableUploadProps {
  hint: string
  send: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<JobImportReport>
  onBegun: (report: JobImportReport) => void
}

/** A table, sent as soon as it is chosen. */
export function TableUpload({ hint, send, onBegun }: TableUploadProps) {
  const { t } = useTranslation('hiring')
  const id = useId()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const take = async (file: File) => {
    setPending(true)
    setError(null)
    try {
      onBegun(await send(file.name, new Uint8Array(await file.arrayBuffer())))
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <Card>
      <div className="field">
        <label htmlFor={id}>{t('imports.file')}</label>
        <input
          id={id}
          type="file"
          className="input"
          accept=".xlsx,.csv"
          disabled={pending}
          aria-describedby={`${id}-hint`}
          onChange={(event) => {
            const file = event.target.files?.[0]
            event.target.value = ''
            if (file) void take(file)
          }}
        />
        <div id={`${id}-hint`} className="hint">
          {hint}
        </div>
        {pending && <div role="status">{t('imports.sending')}</div>}
      </div>
      {error && <ProblemNote error={error} />}
    </Card>
  )
}
