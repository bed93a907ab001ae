import type { CaseDraft, FormField } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { focusFirst } from '../../../ui/form/focus.ts'
import { Form } from '../../../ui/form/form.tsx'
import { isEmpty } from '../../../ui/form/issue-text.ts'
import type { FormState } from '../../../ui/form/use-form.ts'
import { DecisionView } from '../file/decision-view.tsx'
import type { Applicant } from '../own/applicant.ts'
import { typedOf } from './answers.ts'
import { KnownFacts } from './known-facts.tsx'
import { PaperField } from './paper-field.tsx'
import { Question } from './question.tsx'
import type { DraftWork } from './use-case-draft.ts'

interface FillingProps {
  applicant: Applicant
  draft: CaseDraft
  work: DraftWork
  onReady: () => void
}

/** What is known, what is asked, the papers, and what comes of it so far. */
export function Filling({ applicant, draft, work, onReady }: FillingProps) {
  const { t } = useTranslation('cases')
  const { form } = draft
  const asked = form.fields.filter(({ state, by }) => state === 'asked' && by === 'applicant')
  const papers = form.papers.filter(({ state }) => state !== 'off')
  const { state, tried } = useFillingForm({ work, asked, onReady })
  const later = form.fields.some((field) => field.state === 'later' && field.by === 'applicant')
  return (
    <div className="split">
      <Form form={state} action={t('form.toCheck')}>
        <KnownFacts of={form.fields} />
        <Card title={t('form.asked')}>
          <div className="form">
            {asked.length ? (
              asked.map((field) => <Question key={field.key} of={field} />)
            ) : (
              <p>{t('form.nothingAsked')}</p>
            )}
            {later && <p className="small quiet">{t('form.later')}</p>}
          </div>
        </Card>
        {papers.length > 0 && <Papers applicant={applicant} draft={draft} work={work} tried={tried} />}
      </Form>
      {form.decision && (
        <Card title={t('form.soFar')}>
          <DecisionView of={form.decision} />
        </Card>
      )}
    </div>
  )
}

function Papers({ applicant, draft, work, tried }: Omit<FillingProps, 'onReady'> & { tried: boolean }) {
  const { t } = useTranslation(['cases', 'ui'])
  const papers = draft.form.papers.filter(({ state }) => state !== 'off')
  const missing = papers.filter(({ state }) => state === 'needed')
  return (
    <Card title={t('form.papers')}>
      <div className="stack">
        <p className="quiet">{t('form.papersText')}</p>
        <ul className="plain stack">
          {papers.map((paper) => (
            <PaperField
              key={paper.id}
              of={paper}
              upload={(name, bytes) => applicant.upload(draft.id, paper.id, name, bytes)}
              onGiven={(given) => work.keep({ papers: { [paper.id]: given } })}
            />
          ))}
        </ul>
        {tried && missing.length > 0 && (
          <p className="problem" role="alert">
            {t('form.papersMissing', { papers: missing.map(({ name }) => nameIn(name)).join(t('ui:comma')) })}
          </p>
        )}
      </div>
    </Card>
  )
}

interface FillingForm {
  work: DraftWork
  asked: readonly FormField[]
  onReady: () => void
}

/** The questions as a form: values of the server under what is typed, problems once somebody wants to go on. */
function useFillingForm({ work, asked, onReady }: FillingForm): { state: FormState; tried: boolean } {
  const { t } = useTranslation('ui')
  const [tried, setTried] = useState(false)
  const [pending, setPending] = useState(false)
  const valueOf = ({ key, type, answer }: FormField) => (key in work.typed ? work.typed[key] : typedOf(type, answer))
  const problemOf = (field: FormField): string | null => {
    if (field.wrong && !(field.key in work.typed)) return nameIn(field.wrong)
    return tried && field.needed && isEmpty(valueOf(field)) ? t('form.required') : null
  }
  const problems = Object.fromEntries(
    asked.flatMap((field) => (problemOf(field) ? [[field.key, problemOf(field)!]] : [])),
  )
  const submit = async () => {
    setTried(true)
    const empty = asked.filter((field) => field.needed && isEmpty(valueOf(field))).map(({ key }) => [key, ''])
    if (empty.length) return focusFirst(Object.fromEntries(empty))
    setPending(true)
    const kept = await work.flush()
    setPending(false)
    if (kept?.form.ready && !work.conflicts.length) onReady()
  }
  const state: FormState = {
    values: Object.fromEntries(asked.map((field) => [field.key, valueOf(field)])),
    set: work.type,
    problems,
    error: null,
    pending,
    submit,
    reset: () => {},
    mayBeEmpty: (name) => asked.some(({ key, needed }) => key === name && !needed),
  }
  return { state, tried }
}
