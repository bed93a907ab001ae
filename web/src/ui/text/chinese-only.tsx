import { useTranslation } from 'react-i18next'

/** Said once on a page in another language whose data speak Chinese: names of facts and clauses are not translated. */
export function ChineseOnly() {
  const { t, i18n } = useTranslation('ui')
  return i18n.language === 'zh' ? null : <p className="small quiet">{t('chineseOnly')}</p>
}
