import { platformFailures, ProblemError } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether somebody else changed the record while this change was being written. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === platformFailures.stale.code

/** After such a change: what the record says now, so that the one not yet sent can be compared and sent again. */
export function StaleNote({ error, children }: { error: Error | null; children: ReactNode }) {
  const { t } = useTranslation('ui')
  if (!isStale(error)) return null
  return (
    <div className="note warn stack" role="status">
      <p>{t('problem.readAgain')}</p>
      {children}
    </div>
  )
}
