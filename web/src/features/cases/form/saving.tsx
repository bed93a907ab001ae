import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { instant } from '../../../ui/format.ts'
import type { DraftWork } from './use-case-draft.ts'

/** Whether what was typed is kept, and where. */
export function Saving({ of: { saving, error, draft, flush } }: { of: DraftWork }) {
  const { t } = useTranslation('cases')
  if (error && saving === 'failed') return <ProblemNote error={error} onRetry={() => void flush()} />
  return (
    <p role="status" className="small quiet">
      {saving === 'waiting' ? t('form.saving') : draft && t('form.savedAt', { at: instant(draft.savedAt) })}
    </p>
  )
}
