import { useTranslation } from 'react-i18next'

interface Given {
  fen: number | null
  shown: string
}

/** What is given, with its unit: `18,775.79 元`; months say theirs themselves. */
export function useAmount(): (amount: Given | null) => string | null {
  const { t } = useTranslation('services')
  return (amount) => amount && (amount.fen === null ? amount.shown : t('yuan', { amount: amount.shown }))
}
