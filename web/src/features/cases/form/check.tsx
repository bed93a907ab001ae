import { type CaseDraft, casesFailures, ProblemError } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { DecisionView } from '../file/decision-view.tsx'
import type { Applicant } from '../own/applicant.ts'
import { useApplicantWays } from '../own/links.tsx'
import type { DraftWork } from './use-case-draft.ts'

interface CheckProps {
  applicant: Applicant
  draft: CaseDraft
  work: DraftWork
  onBack: () => void
}

type Field = CaseDraft['form']['fields'][number]

/** Everything once more before it is sent. */
export function Check({ applicant, draft, work, onBack }: CheckProps) {
  const { t } = useTranslation(['cases', 'ui'])
  const shownOf = useShownAnswer()
  const { pending, error, submit } = useSubmit({ applicant, draft, work })
  const { fields, papers, decision } = draft.form
  const answered = fields.filter(({ answer, known, by }) => by === 'applicant' && (answer !== null || known))
  return (
    <div className="split">
      <div className="stack">
        <Card title={t('form.checkTitle')}>
          <Facts of={answered.map((field) => [nameIn(field.label), shownOf(field)])} />
        </Card>
        <Card title={t('form.papers')}>
          <ul>
            {papers
              .filter(({ state }) => state === 'given' || state === 'held')
              .map(({ id, name, given, state }) => (
                <li key={id}>
                  {nameIn(name)}{' '}
                  <span className="small quiet">
                    {given?.file?.name ?? t(state === 'held' ? 'paper.held' : 'paper.promised')}
                  </span>
                </li>
              ))}
          </ul>
        </Card>
        <p className="note">{t('form.honest')}</p>
        {error && <ProblemNote error={error} />}
        <div className="row">
          <Button kind="primary" disabled={pending} onClick={() => void submit()}>
            {t(pending ? 'ui:form.sending' : 'form.submit')}
          </Button>
          <Button onClick={onBack}>{t('form.back')}</Button>
        </div>
      </div>
      {decision && (
        <Card title={t('form.soFar')}>
          <DecisionView of={decision} />
        </Card>
      )}
    </div>
  )
}

/** An answer for people. */
function useShownAnswer(): (field: Field) => string {
  const { t } = useTranslation(['cases', 'ui'])
  const districtName = useDistrictName()
  return ({ type, answer, known }) => {
    if (known) return known.shown
    if (typeof answer === 'boolean') return t(answer ? 'ui:yes' : 'ui:no')
    if (Array.isArray(answer)) return answer.join(t('ui:comma'))
    if (type === 'district') return districtName(String(answer))
    if (type === 'money') return t('field.yuan', { amount: String(answer) })
    return String(answer)
  }
}

/** Sent once: a second try of the same form is the same case. */
function useSubmit({ applicant, draft, work }: Omit<CheckProps, 'onBack'>) {
  const client = useQueryClient()
  const ways = useApplicantWays()
  const { pending, error, attempt } = useAttempt()
  const send = async () => {
    try {
      const file = await applicant.submit(draft.id, draft.version)
      work.forget()
      client.setQueryData([...applicant.key, 'case', file.id], file)
      await ways.toCase(applicant, file.id, true)
      client.removeQueries({ queryKey: [...applicant.key, 'draft', draft.id] })
      await client.invalidateQueries({ queryKey: [...applicant.key, 'list'] })
    } catch (thrown) {
      if (thrown instanceof ProblemError && thrown.problem.code === casesFailures.draftMoved.code) await work.reload()
      throw thrown
    }
  }
  return { pending, error, submit: () => attempt(send) }
}
