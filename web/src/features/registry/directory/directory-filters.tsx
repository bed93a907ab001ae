import { addressOf, registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { useChoices } from '../choices.ts'
import type { Filter } from './directory.ts'

interface DirectoryFiltersProps {
  /** As the address has them. */
  search: Record<string, string | undefined>
  filter: Filter
  onChange: (name: string, value: string) => void
}

/** Search, kind, district, business type and standing, and the file of what they leave. */
export function DirectoryFilters({ search, filter, onChange }: DirectoryFiltersProps) {
  const { t } = useTranslation(['registry', 'ui'])
  const { kinds, businessTypes, standings } = useChoices()
  const districts = useDistrictChoices()
  const wiring = (name: 'kind' | 'district' | 'businessType' | 'standing') => ({
    label: t(`directory.${name}`),
    value: search[name] ?? '',
    onChange: (value: string) => onChange(name, value),
    all: t('ui:table.all'),
  })
  return (
    <Toolbar
      actions={
        <a className="button" href={addressOf(registryRoutes.directoryCsv, { query: filter })} download>
          {t('directory.download')}
        </a>
      }
    >
      <TextFilter
        label={t('directory.search')}
        placeholder={t('directory.searchHint')}
        value={search['q'] ?? ''}
        onChange={(value) => onChange('q', value)}
      />
      <ChoiceFilter {...wiring('kind')} choices={kinds} />
      <ChoiceFilter {...wiring('district')} choices={districts} />
      <ChoiceFilter {...wiring('businessType')} choices={businessTypes} />
      <ChoiceFilter {...wiring('standing')} choices={standings} />
    </Toolbar>
  )
}
