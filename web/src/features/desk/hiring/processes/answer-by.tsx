import type { Process } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { day } from '../../../../ui/format.ts'
import { Status } from '../../../../ui/status.tsx'
import { useOrganisationId } from '../../queries.ts'

type Waiting = Pick<Process, 'answerBy' | 'overdue' | 'organisation'>

/** The clock of the one who waits: until when the employer has to answer, this organisation or another. */
export function AnswerBy({ of: { answerBy, overdue, organisation } }: { of: Waiting }) {
  const { t } = useTranslation('hiring')
  const isOwn = organisation.id === useOrganisationId()
  if (!answerBy) return null
  return (
    <Status tone={overdue ? 'bad' : 'warn'}>
      {t(
        isOwn
          ? overdue
            ? 'process.overdue'
            : 'process.answerBy'
          : overdue
            ? 'process.theyAreLate'
            : 'process.theyAnswerBy',
        {
          day: day(answerBy),
        },
      )}
    </Status>
  )
}
