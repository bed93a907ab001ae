import type { ImportSummary } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { number } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'

/** How far an import is: a bar while it runs, a word at its end. */
export function ImportState({ of: { status, read, rows, name } }: { of: ImportSummary }) {
  const { t } = useTranslation('bureau')
  if (status === 'done') return <Status tone="good">{t('imports.done')}</Status>
  if (status === 'failed') return <Status tone="bad">{t('imports.failed')}</Status>
  return (
    <span className="row">
      <progress aria-label={t('imports.progressOf', { name })} value={read} max={Math.max(rows, 1)} />
      <span className="number">{t('imports.progress', { read: number(read), rows: number(rows) })}</span>
    </span>
  )
}
