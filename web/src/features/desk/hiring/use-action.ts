import { ProblemError } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { notify } from '../../../ui/notices.tsx'
import { isStale } from '../../../ui/state/stale-note.tsx'
import { useHiringChanged } from './queries.ts'

const detailOf = (error: unknown): string | undefined =>
  error instanceof ProblemError && error.problem.code !== 'platform.unreachable' ? error.problem.detail : undefined

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
      notify(detailOf(error) ?? t('problem.unreachable'))
      if (isStale(error)) await changed()
    } finally {
      setPending(false)
    }
  }
  return { run: (work: () => Promise<unknown>) => void run(work), pending }
}
