import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { newId } from '../../../../app/new-id.ts'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Calculation } from '../../calculator/calculation.tsx'
import type { Decider } from '../../calculator/deciders.ts'
import { OFFICE } from '../../own/owner.ts'
import { usePolicy } from '../../queries.ts'
import { officers } from '../queries.ts'
import type { Asked } from './subject-page.tsx'

interface DecideForProps {
  asked: Asked
  /** Key of the policy. */
  policy: string
  onClose: () => void
}

/** One policy for somebody, question by question; it may be kept. Each decision is a look with the reason given. */
export function DecideFor({ asked: { subject, reason }, policy, onClose }: DecideForProps) {
  const { t } = useTranslation('entitlements')
  // Of this question only: answers about one are never shown for the next.
  const id = useRef(newId()).current
  const decider: Decider = {
    id,
    keeper: OFFICE,
    decide: (key, facts) => officers.officerDecide({ body: { policy: key, subject, facts, reason } }),
    keep: (key, facts) => officers.officerKeep({ body: { policy: key, subject, facts, reason } }),
  }
  return (
    <Answer of={usePolicy(policy)}>
      {(page) => (
        <Card title={t('subjectPage.decideOf', { name: nameIn(page.title) })}>
          <div className="stack">
            <div className="row spread">
              <p className="quiet">{t('subjectPage.decideText')}</p>
              <Button onClick={onClose}>{t('subjectPage.close')}</Button>
            </div>
            <Calculation policy={page} decider={decider} />
          </div>
        </Card>
      )}
    </Answer>
  )
}
