import { Education, Employment } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'

/** Names of codes that come as plain texts, from an address or a facet; an unknown one stands for itself. */
export function useCodeNames() {
  const { t } = useTranslation('work')
  return {
    educationName: (code: string): string => {
      const known = Education.options.find((each) => each === code)
      return known ? t(`education.${known}`) : code
    },
    employmentName: (code: string): string => {
      const known = Employment.options.find((each) => each === code)
      return known ? t(`employment.${known}`) : code
    },
  }
}
