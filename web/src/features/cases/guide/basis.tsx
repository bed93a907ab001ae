import type { ServicePaper as Paper } from './parts.ts'
import { useTranslation } from 'react-i18next'

/** Document and clause, or that the city has set an example. */
export function Basis({ of: { document, clause, link, example } }: { of: Paper['basis'] }) {
  const { t } = useTranslation('services')
  const words = [document && t('basis.document', { document }), clause].filter(Boolean).join('')
  return (
    <span className="small quiet">
      {words && <span lang="zh-CN">{link ? <a href={link}>{words}</a> : words}</span>}{' '}
      {example && <span className="status quiet">{t('basis.example')}</span>}
    </span>
  )
}
