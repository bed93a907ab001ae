import type { Process } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { now } from '../../../app/clock.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { day, dayOf } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { seeker, useMineChanged } from '../queries.ts'

const ANSWERS = ['working', 'left', 'unknown'] as const

/** Whether one still works there, asked some days after the start; answered by one press. */
export function FollowUps({ placement: { followUps } }: { placement: NonNullable<Process['placement']> }) {
  const { t } = useTranslation('seeker')
  const changed = useMineChanged()
  const { pending, error, attempt } = useAttempt()
  const today = dayOf(now())
  if (!followUps.length) return null
  const answer = (followUpId: string, said: (typeof ANSWERS)[number]) =>
    attempt(async () => {
      await seeker.myFollowUp({ params: { followUpId }, body: { answer: said } })
      await changed()
      notify(t('followUp.done'))
    })
  return (
    <Card title={t('followUp.title')}>
      <ul className="plain stack">
        {followUps.map(({ id, days, dueOn, answer: given }) => (
          <li key={id} className="row">
            <span>{t('followUp.after', { days, day: day(dueOn) })}</span>
            {given && <strong>{t(`followUp.${given}`)}</strong>}
            {!given &&
              dueOn <= today &&
              ANSWERS.map((each) => (
                <Button key={each} disabled={pending} onClick={() => void answer(id, each)}>
                  {t(`followUp.${each}`)}
                </Button>
              ))}
          </li>
        ))}
      </ul>
      {error && <ProblemNote error={error} />}
    </Card>
  )
}
