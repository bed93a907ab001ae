import type { BusinessType } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'

/** Business types as one line of words. */
export function BusinessTypes({ of: types }: { of: readonly BusinessType[] }) {
  const { t } = useTranslation(['registry', 'ui'])
  return types.map((type) => t(`businessType.${type}`)).join(t('ui:comma'))
}
