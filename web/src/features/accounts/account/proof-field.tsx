import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts, useMe } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import type { Proof } from './use-proof.ts'

interface ProofFieldProps {
  proof: Proof
  onChange: (proof: Proof) => void
}

/** Asks for the password, or for a fresh code sent to the phone of the account. */
export function ProofField({ proof: { way, value }, onChange }: ProofFieldProps) {
  const { t } = useTranslation('me')
  const { data: me } = useMe()
  const id = useId()
  const other = way === 'code' ? 'password' : 'code'
  return (
    <div className="field">
      <label htmlFor={id}>{t(`proof.${way}`)}</label>
      <input
        id={id}
        className="input"
        type={way === 'code' ? 'text' : 'password'}
        inputMode={way === 'code' ? 'numeric' : 'text'}
        autoComplete={way === 'code' ? 'one-time-code' : 'current-password'}
        value={value}
        onChange={(event) => onChange({ way, value: event.target.value })}
      />
      <div className="row">
        {way === 'code' && <SendOwnCode />}
        {me?.hasPassword && (
          <Button kind="bare" onClick={() => onChange({ way: other, value: '' })}>
            {t(`proof.use.${other}`)}
          </Button>
        )}
      </div>
    </div>
  )
}

/** The own number is asked for once, so that the person need not type it. */
function SendOwnCode() {
  const { t } = useTranslation('me')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const send = async () => {
    try {
      const { value: phone } = await accounts.unmaskMine({ body: { field: 'phone' } })
      if (phone) await accounts.sendCode({ body: { phone } })
      setSent(true)
    } catch (thrown) {
      setError(thrown as Error)
    }
  }
  return (
    <>
      <Button onClick={() => void send()}>{t('proof.send')}</Button>
      {sent && <span role="status">{t('proof.sent')}</span>}
      {error && <ProblemNote error={error} />}
    </>
  )
}
