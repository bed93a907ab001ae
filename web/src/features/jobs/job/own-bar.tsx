import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { useOpenProcess } from '../../seeker/queries.ts'

/** Who has applied is led to the application instead. */
export function OwnBar({ jobId, children }: { jobId: string; children: ReactNode }) {
  const { t } = useTranslation('jobs')
  const { data: process } = useOpenProcess(jobId)
  if (!process) return children
  return (
    <div className="apply-bar">
      <span>{t('apply.already')}</span>
      <ButtonLink kind="primary" to="/me/applications/$processId" params={{ processId: process.id }}>
        {t('apply.see')}
      </ButtonLink>
    </div>
  )
}
