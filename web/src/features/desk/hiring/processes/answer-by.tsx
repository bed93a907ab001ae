import type { Process } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../../ui/format.ts'
import { Status } from '../../../../ui/status.tsx'

/** The clock of the one who waits: until when the employer has to answer. */
export function AnswerBy({ of: { answerBy, overdue } }: { of: Pick<Process, 'answerBy' | 'overdue'> }) {
  const { t } = useTranslation('hiring')
  if (!answerBy) return null
  return (
    <Status tone={overdue ? 'bad' : 'warn'}>
      {t(overdue ? 'process.overdue' : 'process.answerBy', { day: day(answerBy) })}
    </Status>
  )
}
