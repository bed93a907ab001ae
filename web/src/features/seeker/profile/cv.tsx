import type { CvReading, Talent } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { FileUpload } from '../../../ui/form/file-upload.tsx'
import { seeker } from '../queries.ts'

const WORD = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document'

interface CvUploadProps {
  cv: Talent['cv']
  onRead: (reading: CvReading) => void
}

/** A CV is read at once; nothing of it is in the profile until that is saved. */
export function CvUpload({ cv, onRead }: CvUploadProps) {
  const { t } = useTranslation('seeker')
  return (
    <FileUpload
      label={t('cv.upload')}
      hint={cv ? t('cv.held', { name: cv.name }) : t('cv.hint')}
      busy={t('cv.reading')}
      accept={`application/pdf,${WORD},.docx,.pdf`}
      send={(name, bytes) => seeker.readCv({ query: { name }, bytes })}
      onSent={onRead}
    />
  )
}

/** The text of the CV beside the form, to compare. */
export function CvText({ text }: { text: string }) {
  const { t } = useTranslation('seeker')
  return (
    <Card title={t('cv.text')}>
      <div className="as-written cv-text" tabIndex={0} role="region" aria-label={t('cv.text')}>
        {text}
      </div>
    </Card>
  )
}
