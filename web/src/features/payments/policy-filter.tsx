import { useQuery } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../i18n/name-in.ts'
import { ChoiceFilter } from '../../ui/filter/filter.tsx'
import { KEY, payments } from './queries.ts'

const MONTH = /^\d{4}-(?:0[1-9]|1[0-2])$/

/** Whether a month is written as the lists take it, `2026-03`. */
export const isMonth = (text: string): boolean => MONTH.test(text)

interface PolicyFilterProps {
  value: string
  onChange: (key: string) => void
}

/** The policies from which anything was granted, by name. */
export function PolicyFilter({ value, onChange }: PolicyFilterProps) {
  const { t } = useTranslation(['payments', 'ui'])
  const query = useQuery({
    queryKey: [...KEY, 'reconciliation', {}],
    queryFn: () => payments.reconciliation({ query: {} }),
  })
  const names = new Map(query.data?.rows.flatMap(({ policy, title }) => (policy ? [[policy, nameIn(title)]] : [])))
  return (
    <ChoiceFilter
      label={t('payable.policy')}
      value={value}
      onChange={onChange}
      all={t('ui:table.all')}
      choices={[...names].map(([key, label]) => ({ value: key, label }))}
    />
  )
}
