import type { Budget } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../../i18n/name-in.ts'
import { day, instant } from '../../../../ui/format.ts'
import { Answer } from '../../../../ui/state/answer.tsx'
import { KEY, officers } from '../queries.ts'
import { BudgetResult } from './budget-result.tsx'

const BETWEEN_LOOKS_MS = 1000

/** A simulation, looked at until it has ended; the page may be left meanwhile. */
export function WatchedBudget({ budgetId }: { budgetId: string }) {
  const query = useQuery({
    queryKey: [...KEY, 'budget', budgetId],
    queryFn: () => officers.budget({ params: { budgetId } }),
    refetchInterval: ({ state }) => (state.data?.status === 'running' ? BETWEEN_LOOKS_MS : false),
  })
  return <Answer of={query}>{(budget) => <Watched of={budget} />}</Answer>
}

function Watched({ of: budget }: { of: Budget }) {
  const { t } = useTranslation(['policy', 'entitlements'])
  const { title, effective, at, values, status, progress } = budget
  return (
    <section className="stack" aria-label={t('entitlements:budget.result')}>
      <h2>{t('entitlements:budget.resultOf', { name: nameIn(title) })}</h2>
      <p className="quiet">
        {t('entitlements:budget.about', { effective: day(effective), at: instant(at) })}{' '}
        {values.length > 0 &&
          t('entitlements:budget.changed', { names: values.map(({ parameter }) => parameter).join(' ') })}
      </p>
      <div role="status">
        {status === 'running' && (
          <label className="row">
            {t('entitlements:budget.progress', { percent: Math.round(progress * 100) })}
            <progress value={progress} max={1} />
          </label>
        )}
        {status === 'failed' && <p className="note bad">{t('entitlements:budget.failedText')}</p>}
      </div>
      {budget.result && <BudgetResult budget={budget} result={budget.result} />}
    </section>
  )
}
