import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../app/city.ts'
import { ChoiceFilter, DayFilter, Toolbar } from '../../ui/filter/filter.tsx'
import { nameIn } from '../../i18n/name-in.ts'
import { type LedgerFilter, useKinds } from './queries.ts'

interface LedgerFiltersProps {
  filter: LedgerFilter
  onChange: (filter: LedgerFilter) => void
  actions?: ReactNode
}

/** Kind, days and district: the same for entries and for totals. */
export function LedgerFilters({ filter, onChange, actions }: LedgerFiltersProps) {
  const { t } = useTranslation(['ledger', 'ui'])
  const { data } = useKinds()
  const districts = useDistrictChoices()
  const kinds = (data?.items ?? []).map(({ kind, name }) => ({ value: kind, label: nameIn(name) }))
  const change = (name: keyof LedgerFilter) => (value: string) => {
    const { [name]: _, ...rest } = filter
    onChange(value ? { ...rest, [name]: value } : rest)
  }
  return (
    <Toolbar actions={actions}>
      <ChoiceFilter
        label={t('kind')}
        value={filter.kind ?? ''}
        onChange={change('kind')}
        choices={kinds}
        all={t('ui:table.all')}
      />
      <ChoiceFilter
        label={t('district')}
        value={filter.district ?? ''}
        onChange={change('district')}
        choices={districts}
        all={t('ui:table.all')}
      />
      <DayFilter label={t('from')} value={filter.from ?? ''} onChange={change('from')} />
      <DayFilter label={t('until')} value={filter.until ?? ''} onChange={change('until')} />
    </Toolbar>
  )
}
