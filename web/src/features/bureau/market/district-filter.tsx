import { useTranslation } from 'react-i18next'
import { useDistrictChoices } from '../../../app/city.ts'
import { ChoiceFilter } from '../../../ui/filter/filter.tsx'

interface DistrictFilterProps {
  value: string | undefined
  /** Empty text is the whole city. */
  onChange: (district: string) => void
}

/** One district of the city, above a list. */
export function DistrictFilter({ value = '', onChange }: DistrictFilterProps) {
  const { t } = useTranslation(['market', 'ui'])
  const districts = useDistrictChoices()
  return (
    <ChoiceFilter
      label={t('queue.district')}
      value={value}
      onChange={onChange}
      choices={districts}
      all={t('ui:table.all')}
    />
  )
}
