import type { PolicyPage, Tried } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ChoiceFilter, DayFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { LabelledInput } from '../../../../ui/form/fields/labelled-input.tsx'
import { Problem } from '../../../../ui/form/problem.tsx'
import { keepDraft, readDraft } from '../../../../ui/form/draft.ts'
import { ProblemNote } from '../../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../../ui/use-attempt.ts'
import { ChangeFields } from '../budget/change-fields.tsx'
import { FactValue, valueOf } from '../fact-value.tsx'
import { officers } from '../queries.ts'
import { NO_TRIAL, trialBody, type TypedTrial } from './typed-trial.ts'

interface TrialFormProps {
  policy: PolicyPage
  onTried: (tried: Tried) => void
}

/** What is typed for one policy, kept in this tab. */
function useTyped(policy: string) {
  const name = `entitlements:trial.${policy}`
  const [typed, setTyped] = useState<TypedTrial>(() => ({ ...NO_TRIAL, ...readDraft(name) }))
  const put = (changed: Partial<TypedTrial>) => {
    const next = { ...typed, ...changed }
    setTyped(next)
    keepDraft(name, { ...next })
  }
  return [typed, put] as const
}

/** The values to replace, the facts of the case, about whom and why; what cannot be read is marked and not sent. */
export function TrialForm({ policy, onTried }: TrialFormProps) {
  const { t } = useTranslation('entitlements')
  const [typed, put] = useTyped(policy.key)
  const [wrong, setWrong] = useState(false)
  const { pending, error, attempt } = useAttempt()
  const noReason = typed.reason.trim() === ''
  const run = () => {
    const body = trialBody(policy, typed)
    setWrong(body === null || noReason)
    if (body && !noReason) void attempt(async () => onTried(await officers.tryPolicy({ body })))
  }
  const parts = { policy, typed, put, wrong }
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Values {...parts} />
      <FactsOf {...parts} />
      <Card title={t('trial.whom')}>
        <div className="stack">
          <Whom typed={typed} put={put} />
          <div>
            <LabelledInput
              label={t('subjectPage.reason')}
              value={typed.reason}
              maxLength={200}
              aria-invalid={wrong && noReason}
              onText={(reason) => put({ reason })}
            />
            <Problem of={wrong && noReason ? t('trial.reasonMissing') : undefined} />
          </div>
        </div>
      </Card>
      {error && <ProblemNote error={error} />}
      <div>
        <Button type="submit" kind="primary" disabled={pending}>
          {t('trial.run')}
        </Button>
      </div>
    </form>
  )
}

interface PartProps {
  policy: PolicyPage
  typed: TypedTrial
  put: (changed: Partial<TypedTrial>) => void
  wrong: boolean
}

function Values({ policy, typed, put, wrong }: PartProps) {
  const { t } = useTranslation('entitlements')
  return (
    <Card title={t('trial.values')}>
      <div className="stack">
        <Toolbar>
          <DayFilter
            label={t('trial.effective')}
            value={typed.effective}
            onChange={(effective) => put({ effective })}
          />
        </Toolbar>
        <ChangeFields
          parameters={policy.parameters}
          changes={typed.changes}
          from={typed.effective}
          wrong={wrong}
          onChange={(changes) => put({ changes })}
        />
      </div>
    </Card>
  )
}

function FactsOf({ policy, typed, put, wrong }: PartProps) {
  const { t } = useTranslation('entitlements')
  return (
    <Card title={t('trial.facts')}>
      <div className="trial-facts">
        <p className="quiet">{t('trial.factsText')}</p>
        {policy.facts.map((fact) => {
          const text = typed.facts[fact.key] ?? ''
          const unreadable = wrong && text !== '' && valueOf(fact, text) === null
          return (
            <FactValue
              key={fact.key}
              of={fact}
              label={nameIn(fact.question)}
              text={text}
              none={t('trial.unknown')}
              problem={unreadable ? t('budget.unreadable') : undefined}
              onText={(next) => put({ facts: { ...typed.facts, [fact.key]: next } })}
            />
          )
        })}
      </div>
    </Card>
  )
}

/** Nobody's records, or those of an organisation or a person; a look at them is recorded. */
function Whom({ typed: { kind, code }, put }: Pick<PartProps, 'typed' | 'put'>) {
  const { t } = useTranslation(['entitlements', 'policy'])
  const kinds = [
    { value: 'nobody', label: t('trial.nobody') },
    { value: 'organisation', label: t('policy:subject.organisation') },
    { value: 'person', label: t('policy:subject.person') },
  ]
  return (
    <>
      <ChoiceFilter
        label={t('trial.records')}
        value={kind}
        onChange={(next) => put({ kind: next as TypedTrial['kind'] })}
        choices={kinds}
      />
      {kind !== 'nobody' && (
        <LabelledInput
          label={t(kind === 'organisation' ? 'subjectPage.creditCode' : 'subjectPage.residentId')}
          value={code}
          autoComplete="off"
          maxLength={30}
          onText={(next) => put({ code: next })}
        />
      )}
    </>
  )
}
