import type { ApplicantSeen as Seen } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../ui/format.ts'

/** What an officer has to know of a person who applies: by which document, how he is reached, whether he is there twice. */
export function ApplicantSeen({ of: seen }: { of: Seen | null }) {
  const { t } = useTranslation('office')
  if (!seen || !(seen.document || seen.onPaper)) return null
  const { document, seenOn, onPaper, otherRecords } = seen
  return (
    <div className="note stack">
      {document && (
        <p>
          <span className="number">{t('seen.document', { document })}</span>{' '}
          <span className="quiet">{seenOn ? t('seen.onDay', { day: day(seenOn) }) : t('seen.unseen')}</span>
        </p>
      )}
      {onPaper && <p>{t('seen.onPaper')}</p>}
      {otherRecords > 0 && <p>{t('seen.others', { count: otherRecords })}</p>}
    </div>
  )
}
