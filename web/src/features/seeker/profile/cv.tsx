import type { CvReading, Talent } from '@renshu/contracts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { seeker } from '../queries.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface CvUploadProps {
  cv: Talent['cv']
  onRead: (reading: CvReading) => void
}

/** A CV is read at once; nothing of it is in the profile until that is saved. */
export function CvUpload({ cv, onRead }: CvUploadProps) {
  const { t } = useTranslation('seeker')
  const id = useId()
  const [pending, setPending] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const read = async (file: File | undefined) => {
    if (!file) return
    setPending(true)
    setError(null)
    try {
      onRead(await seeker.readCv({ query: { name: file.name }, bytes: new Uint8Array(await file.arrayBuffer()) }))
    } catch (thrown) {
      setError(thrown as Error)
    } finally {
      setPending(false)
    }
  }
  return (
    <div className="card field">
      <label htmlFor={id}>{t('cv.upload')}</label>
      <input
        id={id}
        type="file"
        className="input"
        accept={`application/pdf,${WORD},.docx,.pdf`}
        disabled={pending}
        aria-describedby={`${id}-hint`}
        onChange={(event) => {
          const file = event.target.files?.[0]
          event.target.value = ''
          void read(file)
        }}
      />
      <div id={`${id}-hint`} className="hint">
        {cv ? t('cv.held', { name: cv.name }) : t('cv.hint')}
      </div>
      {pending && <div role="status">{t('cv.reading')}</div>}
      {error && <ProblemNote error={error} />}
    </div>
  )
}

/** The text of the CV beside the form, to compare. */
export function CvText({ of: { text, scanned } }: { of: CvReading }) {
  const { t } = useTranslation('seeker')
  return (
    <Card title={t('cv.text')}>
      <p className="note" role="status">
        {t(scanned ? 'cv.scanned' : 'cv.check')}
      </p>
      {text && (
        <div className="as-written cv-text" tabIndex={0} role="region" aria-label={t('cv.text')}>
          {text}
        </div>
      )}
    </Card>
  )
}
