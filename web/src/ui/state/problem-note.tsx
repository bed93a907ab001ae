import { ProblemError } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Button } from '../button.tsx'
import { problemText } from './problem-text.ts'

interface ProblemNoteProps {
  error: Error
  onRetry?: () => void
  /** Fields whose problems stand beside them. */
  beside?: readonly string[]
}

/** From here on it is the server's fault, and somebody may have to look for it. */
const OUR_FAULT = 500

/** What happened, what is kept, what to do; the number of what went wrong here helps whoever is asked. */
export function ProblemNote({ error, onRetry, beside = [] }: ProblemNoteProps) {
  const { t } = useTranslation('ui')
  const problem = error instanceof ProblemError ? error.problem : null
  const elsewhere = problem?.fields?.filter(({ path }) => !beside.includes(path.split('.')[1] ?? ''))
  return (
    <div className="note bad" role="alert">
      <p>{problemText(error) ?? t('problem.unreachable')}</p>
      {elsewhere?.map(({ path, message }) => (
        <p key={path} className="small">
          {message}
        </p>
      ))}
      {problem?.requestId && problem.status >= OUR_FAULT && (
        <p className="small quiet">{t('problem.number', { id: problem.requestId })}</p>
      )}
      {onRetry && <Button onClick={onRetry}>{t('problem.retry')}</Button>}
    </div>
  )
}
