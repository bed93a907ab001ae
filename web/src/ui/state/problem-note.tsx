import { ProblemError } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'

interface ProblemNoteProps {
  error: Error
  onRetry?: () => void
}

/** What happened, what is kept, what to do; the report number helps whoever is asked. */
export function ProblemNote({ error, onRetry }: ProblemNoteProps) {
  const { t } = useTranslation('ui')
  const problem = error instanceof ProblemError ? error.problem : null
  const detail = problem?.code === 'platform.unreachable' ? null : problem?.detail
  return (
    <div className="note bad" role="alert">
      <p>{detail ?? t('problem.unreachable')}</p>
      {problem?.fields?.map(({ path, message }) => (
        <p key={path} className="small">
          {message}
        </p>
      ))}
      {problem?.requestId && <p className="small quiet">{t('problem.number', { id: problem.requestId })}</p>}
      {onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    </div>
  )
}
