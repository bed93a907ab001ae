import { platformFailures, ProblemError } from '@renshu/contracts'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

/** Whether somebody else changed the record while this change was being written. */
export const isStale = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === platformFailures.stale.code

/** What the record says now, so that what is typed can be compared with it and sent again. */
export function StaleNote({ children }: { children: ReactNode }) {
  const { t } = useTranslation('ui')
  return (
    <div className="note warn stack" role="alert">
      <p>{t('problem.readAgain')}</p>
      {children}
    </div>
  )
}
