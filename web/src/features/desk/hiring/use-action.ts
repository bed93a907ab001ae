import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../../ui/notices.tsx'
import { problemText } from '../../../ui/state/problem-text.ts'
import { isStale } from '../../../ui/state/stale-note.tsx'
import { useHiringChanged } from './queries.ts'

/** Runs what a button does; what goes wrong is said, and a record that somebody else changed is read again. */
export function useAction() {
  const { t } = useTranslation('ui')
  const changed = useHiringChanged()
  const [pending, setPending] = useState(false)
  const run = async (work: () => Promise<unknown>): Promise<void> => {
    setPending(true)
    try {
      await work()
    } catch (error) {
      notify(problemText(error) ?? t('problem.unreachable'), 'bad')
      if (isStale(error)) await changed()
    } finally {
      setPending(false)
    }
  }
  return { run: (work: () => Promise<unknown>) => void run(work), pending }
}
