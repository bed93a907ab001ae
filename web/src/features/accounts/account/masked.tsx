import type { SensitiveField } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'

interface MaskedProps {
  field: SensitiveField
  value: string | null
}

/** An own sensitive value, masked until its owner asks for it; each look is recorded. */
export function Masked({ field, value }: MaskedProps) {
  const { t } = useTranslation('me')
  const [full, setFull] = useState<string | null>(null)
  const [error, setError] = useState<Error | null>(null)
  if (!value) return t('account.none')
  const show = async () => {
    try {
      setFull((await accounts.unmaskMine({ body: { field } })).value)
    } catch (thrown) {
      setError(thrown as Error)
    }
  }
  return (
    <span className="row">
      <span className="number">{full ?? value}</span>
      {full === null && (
        <Button kind="bare" onClick={() => void show()}>
          {t('account.show')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
    </span>
  )
}
