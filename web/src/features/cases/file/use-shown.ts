import type { CaseFact } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { useDistrictName } from '../../../app/city.ts'
import { day } from '../../../ui/format.ts'

type Shown = Pick<CaseFact, 'type' | 'value' | 'shown'>

/** A value as people of the page's language say it, with its unit; names and choices are as they were given. */
export function useShown(): (of: Shown) => string {
  const { t } = useTranslation(['cases', 'ui'])
  const districtName = useDistrictName()
  return ({ type, value, shown }) => {
    if (type === 'boolean') return t(value === true ? 'ui:yes' : 'ui:no')
    if (type === 'district') return districtName(String(value))
    if (type === 'date') return day(String(value))
    if (type === 'money') return t('field.yuan', { amount: shown })
    if (type === 'months' || type === 'days') return t(`field.shown.${type}`, { count: Number(value) })
    return shown
  }
}
