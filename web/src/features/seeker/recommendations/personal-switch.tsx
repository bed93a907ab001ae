import { useQueryClient } from '@tanstack/react-query'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { seeker } from '../queries.ts'

/**
 * The right to a list without profiling, kept with the person until he says otherwise: Personal Information Protection
 * Law, article 24.
 */
export function PersonalSwitch({ personal }: { personal: boolean }) {
  const { t } = useTranslation('seeker')
  const client = useQueryClient()
  const [error, setError] = useState<Error | null>(null)
  const choose = async () => {
    setError(null)
    await seeker.choosePersonal({ body: { personal: !personal } })
    await client.invalidateQueries({ queryKey: ['me', 'recommended'] })
  }
  return (
    <div className="stack">
      <label className="check">
        <input
          type="checkbox"
          role="switch"
          checked={personal}
          onChange={() => void choose().catch((thrown: unknown) => setError(thrown as Error))}
        />
        <span>
          {t('recommended.switch')} <span className="small quiet">{t('recommended.switchText')}</span>
        </span>
      </label>
      {error && <ProblemNote error={error} />}
    </div>
  )
}
