import type { ComparedPolicy } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Status } from '../../../ui/status.tsx'
import type { Column } from '../../../ui/table/columns.ts'
import { useAmountText, Zh } from '../values/amount.tsx'
import { OUTCOME_TONE } from '../values/tones.ts'

const MOST = 3

/** Outcome, amount, and what is missing or fails, of policies compared for somebody. */
export function useComparedColumns(): Column<ComparedPolicy>[] {
  const { t } = useTranslation(['policy', 'entitlements'])
  const amountText = useAmountText()
  const missingOf = useMissing()
  const amountOf = ({ amount, outcome }: ComparedPolicy) =>
    amount && (outcome === 'granted' || outcome === 'unknown') ? amountText(amount) : ''
  return [
    {
      key: 'outcome',
      short: true,
      title: t('entitlements:compare.outcome'),
      plain: ({ outcome }) => t(`outcome.${outcome}`),
      cell: ({ outcome }) => <Status tone={OUTCOME_TONE[outcome]}>{t(`outcome.${outcome}`)}</Status>,
    },
    {
      key: 'amount',
      align: 'end',
      title: t('entitlements:compare.amount'),
      definition: t('entitlements:compare.amountText'),
      plain: amountOf,
      cell: (row) => (
        <>
          {amountOf(row)}
          {row.outcome === 'unknown' && row.amount && <span className="quiet"> {t('decision.provisional')}</span>}
        </>
      ),
    },
    {
      key: 'missing',
      title: t('entitlements:compare.missing'),
      plain: missingOf,
      cell: (row) => (row.outcome === 'refused' ? missingOf(row) : <Zh>{missingOf(row)}</Zh>),
    },
  ]
}

/** What is still to be known, or the conditions that fail: the first few by name. */
function useMissing(): (policy: ComparedPolicy) => string {
  const { t } = useTranslation(['policy', 'entitlements', 'ui'])
  return ({ outcome, missing, failing, needsHistory }) => {
    const names = outcome === 'refused' ? failing.map(nameIn) : missing.map(({ name }) => name)
    if (outcome === 'unknown' && needsHistory && !names.length) return t('entitlements:compare.history')
    const more = names.length > MOST ? t('entitlements:compare.more', { count: names.length - MOST }) : ''
    return names.slice(0, MOST).join(t('ui:comma')) + more
  }
}
