import type { PolicyPage } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ChoiceFilter, DayFilter, Toolbar } from '../../../../ui/filter/filter.tsx'
import { keepDraft, readDraft } from '../../../../ui/form/draft.ts'
import { Answer } from '../../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../../ui/use-attempt.ts'
import { usePolicy } from '../../queries.ts'
import { KEY, officers, useAllPolicies } from '../queries.ts'
import { ChangeFields } from './change-fields.tsx'
import { type Change, replacedOf } from './replaced.ts'

interface BudgetFormProps {
  /** Key of the policy; empty while none is chosen. */
  policy: string
  onPolicy: (key: string) => void
  onBegun: (budgetId: string) => void
}

/** Which policy, with which other values, as of which day. */
export function BudgetForm({ policy, onPolicy, onBegun }: BudgetFormProps) {
  const { t } = useTranslation(['policy', 'entitlements', 'ui'])
  const policies = useAllPolicies().data ?? []
  return (
    <Card title={t('entitlements:budget.new')}>
      <div className="stack">
        <ChoiceFilter
          label={t('entitlements:compare.policy')}
          value={policy}
          onChange={onPolicy}
          all={t('ui:form.choose')}
          choices={policies.map(({ key, title }) => ({ value: key, label: nameIn(title) }))}
        />
        {policy && <Chosen key={policy} policy={policy} onBegun={onBegun} />}
      </div>
    </Card>
  )
}

const Chosen = ({ policy, onBegun }: Pick<BudgetFormProps, 'policy' | 'onBegun'>) => (
  <Answer of={usePolicy(policy)}>{(page) => <Values policy={page} onBegun={onBegun} />}</Answer>
)

interface Typed {
  effective: string
  changes: readonly Change[]
}

/** What is typed for one policy, kept in this tab. */
function useTyped(policy: string) {
  const name = `entitlements:budget.${policy}`
  const [typed, setTyped] = useState<Typed>(() => ({ effective: '', changes: [], ...readDraft(name) }))
  const put = (next: Typed) => {
    setTyped(next)
    keepDraft(name, { ...next })
  }
  return [typed, put] as const
}

/** Starts a simulation with what is typed; a value that cannot be read is marked and nothing is sent. */
function useRun(policy: PolicyPage, { effective, changes }: Typed, onBegun: (budgetId: string) => void) {
  const [wrong, setWrong] = useState(false)
  const client = useQueryClient()
  const { pending, error, attempt } = useAttempt()
  const parameterOf = (change: Change) => policy.parameters.find(({ name }) => name === change.parameter)
  const run = () => {
    const values = changes.map((change) => {
      const parameter = parameterOf(change)
      return parameter ? replacedOf(change, parameter) : null
    })
    const read = values.filter((value) => value !== null)
    setWrong(read.length < values.length)
    if (read.length < values.length) return
    void attempt(async () => {
      const body = { policy: policy.key, values: read, ...(effective && { effective }) }
      const { id } = await officers.startBudget({ body })
      await client.invalidateQueries({ queryKey: [...KEY, 'budgets'] })
      onBegun(id)
    })
  }
  return { wrong, pending, error, run }
}

function Values({ policy, onBegun }: { policy: PolicyPage; onBegun: (budgetId: string) => void }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const [typed, put] = useTyped(policy.key)
  const { effective, changes } = typed
  const { wrong, pending, error, run } = useRun(policy, typed, onBegun)
  return (
    <form
      className="stack"
      noValidate
      onSubmit={(event) => {
        event.preventDefault()
        run()
      }}
    >
      <Toolbar>
        <DayFilter
          label={t('entitlements:budget.effective')}
          value={effective}
          onChange={(value) => put({ ...typed, effective: value })}
        />
      </Toolbar>
      <ChangeFields
        parameters={policy.parameters}
        changes={changes}
        from={effective}
        wrong={wrong}
        onChange={(next) => put({ ...typed, changes: next })}
      />
      {error && <ProblemNote error={error} />}
      <div>
        <Button type="submit" kind="primary" disabled={pending}>
          {t(changes.length ? 'entitlements:budget.runChanged' : 'entitlements:budget.run')}
        </Button>
      </div>
    </form>
  )
}
