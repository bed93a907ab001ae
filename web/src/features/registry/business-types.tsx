import type { BusinessType } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useBusinessTypeChoices } from '../../app/city.ts'

/** Business types as one line of words, as the city names them. */
export function BusinessTypes({ of: types }: { of: readonly BusinessType[] }) {
  const { t } = useTranslation('ui')
  const choices = useBusinessTypeChoices()
  return types.map((type) => choices.find(({ value }) => value === type)?.label ?? type).join(t('comma'))
}
