import { type CaseForm, type FieldValue } from '@renshu/contracts'
import { keepPreviousData, useQuery, useQueryClient } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { useDistrictChoices } from '../../../app/city.ts'
import { nameIn } from '../../../i18n/name-in.ts'
import { Card } from '../../../ui/card.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useFreeForm } from '../../../ui/form/use-free-form.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { DecisionView } from '../file/decision-view.tsx'
import { answerOf } from '../form/answers.ts'
import { KnownFacts } from '../form/known-facts.tsx'
import { Question } from '../form/question.tsx'
import { ApplicantSeen } from './applicant-seen.tsx'
import { office, officeDesk } from '../office/queries.ts'
import { CounterPapers, type Given } from './counter-papers.tsx'
import type { TakingIn } from './counter-page.tsx'

const CHECKED = ['idCard', 'passport', 'businessLicence', 'letter'] as const
/** How long typing pauses before records and policy are asked again. */
const PAUSE = 700

type Answers = Record<string, FieldValue | null>

/** The form at a counter, filled in for somebody who is there. */
export function CounterForm({ of: taking }: { of: TakingIn }) {
  const { service, mode, applicant } = taking
  const [answers, setAnswers] = useState<Answers>({})
  const query = useQuery({
    queryKey: ['counter', taking.id, answers],
    queryFn: () => office.counterForm({ body: { service, mode, applicant, answers } }),
    placeholderData: keepPreviousData,
  })
  return (
    <Answer of={query}>
      {(form) => <Filling taking={taking} form={form} answers={answers} onAnswers={setAnswers} />}
    </Answer>
  )
}

interface FillingProps {
  taking: TakingIn
  form: CaseForm
  answers: Answers
  onAnswers: (answers: Answers) => void
}

function Filling({ taking, form: asked, answers, onAnswers }: FillingProps) {
  const { t } = useTranslation(['office', 'cases', 'ui'])
  const [papers, setPapers] = useState<Record<string, Given>>({})
  const fields = asked.fields.filter(({ state, by }) => state === 'asked' && by === 'applicant')
  const state = useTakingIn({ taking, asked, papers })
  const typed = Object.fromEntries(fields.map(({ key, type }) => [key, answerOf(type, state.values[key])]))
  const told = JSON.stringify(typed)
  useEffect(() => {
    if (told === JSON.stringify(answers)) return
    const timer = setTimeout(() => onAnswers(JSON.parse(told) as Answers), PAUSE)
    return () => clearTimeout(timer)
  }, [told, answers, onAnswers])
  return (
    <div className="split">
      <Form form={state} action={t('counter.takeIn')}>
        <Card title={nameIn(asked.service.title)}>
          <p>{t('cases:form.forWhom', { name: asked.applicant.name || taking.name })}</p>
          <ApplicantSeen of={asked.seen} />
        </Card>
        <KnownFacts of={asked.fields} />
        <Card title={t('cases:form.asked')}>
          <div className="form">
            {fields.map((field) => (
              <Question key={field.key} of={field} />
            ))}
          </div>
        </Card>
        <CounterPapers of={asked.papers} caseId={taking.id} given={papers} onGiven={setPapers} />
        <Card title={t('counter.checked')}>
          <div className="form">
            <Checked hasPhone={!('residentId' in taking.applicant)} />
          </div>
        </Card>
      </Form>
      {asked.decision && (
        <Card title={t('cases:form.soFar')}>
          <DecisionView of={asked.decision} />
        </Card>
      )}
    </div>
  )
}

/** How the officer knows who is there, and in which district the counter is. */
function Checked({ hasPhone }: { hasPhone: boolean }) {
  const { t } = useTranslation('office')
  const districts = useDistrictChoices()
  const { data: me } = useMe()
  return (
    <>
      <ChoiceField
        name="counter.checked"
        label={t('counter.document')}
        choices={(hasPhone ? CHECKED : (['idCard'] as const)).map((value) => ({ value, label: t(`counter.${value}`) }))}
      />
      {me?.officer?.district === null && (
        <ChoiceField name="counter.acceptance" label={t('counter.acceptance')} choices={districts} />
      )}
      <TextField name="counter.note" label={t('counter.note')} maxLength={500} />
    </>
  )
}

interface TakingInProps {
  taking: TakingIn
  asked: CaseForm
  papers: Record<string, Given>
}

function useTakingIn({ taking, asked, papers }: TakingInProps) {
  const { t } = useTranslation('ui')
  const client = useQueryClient()
  const navigate = useNavigate()
  const fields = asked.fields.filter(({ state, by }) => state === 'asked' && by === 'applicant')
  return useFreeForm({
    initial: 'residentId' in taking.applicant ? { 'counter.checked': 'idCard' } : {},
    optional: (name) => name === 'counter.note' || fields.some(({ key, needed }) => key === name && !needed),
    check: (values) => {
      const missing = [...fields.filter(({ needed }) => needed).map(({ key }) => key), 'counter.checked']
      return Object.fromEntries(
        missing
          .filter((name) => values[name] === undefined || values[name] === '')
          .map((name) => [name, t('form.required')]),
      )
    },
    send: async (values) => {
      const file = await office.takeIn({
        body: {
          id: taking.id,
          service: taking.service,
          mode: taking.mode,
          applicant: taking.applicant,
          answers: Object.fromEntries(fields.map(({ key, type }) => [key, answerOf(type, values[key])])),
          papers,
          checked: values['counter.checked'] as 'idCard',
          note: String(values['counter.note'] ?? ''),
          ...(values['counter.acceptance'] ? { acceptance: String(values['counter.acceptance']) } : {}),
        },
      })
      await client.invalidateQueries({ queryKey: officeDesk.key })
      await navigate({ to: '/bureau/cases/$caseId', params: { caseId: file.id } })
    },
  })
}
