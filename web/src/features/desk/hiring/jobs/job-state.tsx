import type { JobRecord, JobStatus } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Status, type Tone } from '../../../../ui/status.tsx'

const TONE: Record<JobStatus, Tone> = { draft: 'quiet', waiting: 'warn', open: 'good', refused: 'bad', closed: 'quiet' }

/** Where a posting stands, and why the public does not see it, where it does not. */
export function JobState({ of: { status, unlisted, closing, refusal } }: { of: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work'])
  const why =
    (unlisted && t(`unlisted.${unlisted}`)) ??
    (status === 'closed' && closing ? t(`work:closing.${closing.reason}`) : null) ??
    (status === 'refused' ? refusal : null) ??
    (status === 'waiting' && refusal ? t('unlisted.refused', { reason: refusal }) : null)
  return (
    <span className="row">
      <Status tone={unlisted ? 'warn' : TONE[status]}>
        {t(unlisted && status === 'open' ? 'unlisted.title' : `work:jobStatus.${status}`)}
      </Status>
      {why && <span className="small quiet">{why}</span>}
    </span>
  )
}
