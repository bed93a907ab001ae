import { addressOf, registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { ChoiceFilter, Toolbar } from '../../../ui/filter/filter.tsx'
import { TextFilter } from '../../../ui/filter/text-filter.tsx'
import { useChoices } from '../../registry/choices.ts'
import type { Filter } from '../../registry/directory/directory.ts'

interface RegisterFiltersProps {
  search: Record<string, string | undefined>
  filter: Filter
  onChange: (name: string, value: string) => void
}

export function RegisterFilters({ search, filter, onChange }: RegisterFiltersProps) {
  const { t } = useTranslation(['bureau', 'registry', 'ui'])
  const { kinds } = useChoices()
  const districts = useDistrictChoices()
  const wiring = (name: string) => ({
    value: search[name] ?? '',
    onChange: (value: string) => onChange(name, value),
    all: t('ui:table.all'),
  })
  const answers = [
    { value: 'true', label: t('ui:yes') },
    { value: 'false', label: t('ui:no') },
  ]
  return (
    <Toolbar
      actions={
        <a className="button" href={addressOf(registryRoutes.bureauRegisterCsv, { query: filter })} download>
          {t('ui:table.export')}
        </a>
      }
    >
      <TextFilter
        label={t('registry:directory.search')}
        value={search['q'] ?? ''}
        onChange={(value) => onChange('q', value)}
      />
      <ChoiceFilter label={t('registry:directory.kind')} choices={kinds} {...wiring('kind')} />
      <ChoiceFilter label={t('registry:directory.district')} choices={districts} {...wiring('district')} />
      <ChoiceFilter label={t('register.verified')} choices={answers} {...wiring('verified')} />
    </Toolbar>
  )
}
