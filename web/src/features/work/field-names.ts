import { useTranslation } from 'react-i18next'

/** The name of a field of a posting by its key in the contract; another word stands for itself. */
export function useFieldName(): (field: string) => string {
  const { t } = useTranslation('hiring')
  const names = t('versions.field', { returnObjects: true }) as Record<string, string>
  return (field) => (Object.hasOwn(names, field) ? names[field]! : field)
}
