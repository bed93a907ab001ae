import { useTranslation } from 'react-i18next'

interface Length {
  length: number
  unit: 'workingDays' | 'days'
}

/** How long a clock runs, in words: 20 个工作日. */
export function useClockLength(): (clock: Length) => string {
  const { t } = useTranslation('services')
  return ({ length, unit }) => t(`unit.${unit}`, { count: length })
}
