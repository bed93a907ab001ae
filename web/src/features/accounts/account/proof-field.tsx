import type { OwnCodePurpose } from '@renshu/contracts'
import { useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { OidcButton } from '../sign-in/oidc-button.tsx'
import type { Proof } from './use-proof.ts'

interface ProofFieldProps {
  proof: Proof
}

/** Asks for the password, for a fresh code sent to the phone of the account, or to sign in again. */
export function ProofField({ proof }: ProofFieldProps) {
  const { t } = useTranslation('me')
  const { purpose, way, ways, change } = proof
  const other = ways.find((each) => each !== way)
  return (
    <div className="field">
      {way === 'recentSignIn' ? <p>{t('proof.recentSignIn')}</p> : <ProofInput proof={proof} way={way} />}
      <div className="row">
        {way === 'code' && <SendOwnCode purpose={purpose} />}
        {way === 'recentSignIn' && <OidcButton returnTo={location.pathname} again />}
        {other && (
          <Button kind="bare" onClick={() => change(other, '')}>
            {t(`proof.use.${other}`)}
          </Button>
        )}
      </div>
    </div>
  )
}

function ProofInput({ proof: { value, change }, way }: { proof: Proof; way: 'code' | 'password' }) {
  const { t } = useTranslation('me')
  const id = useId()
  return (
    <>
      <label htmlFor={id}>{t(`proof.${way}`)}</label>
      <input
        id={id}
        className="input"
        type={way === 'code' ? 'text' : 'password'}
        inputMode={way === 'code' ? 'numeric' : 'text'}
        autoComplete={way === 'code' ? 'one-time-code' : 'current-password'}
        value={value}
        onChange={(event) => change(way, event.target.value)}
      />
    </>
  )
}

/** The server knows the number: the person need not type it, nor does it come to the screen. */
function SendOwnCode({ purpose }: { purpose: OwnCodePurpose }) {
  const { t } = useTranslation('me')
  const [sent, setSent] = useState(false)
  const [error, setError] = useState<Error | null>(null)
  const send = () =>
    accounts.sendOwnCode({ body: { purpose } }).then(
      () => setSent(true),
      (thrown: Error) => setError(thrown),
    )
  return (
    <>
      <Button onClick={() => void send()}>{t('proof.send')}</Button>
      {sent && <span role="status">{t('proof.sent')}</span>}
      {error && <ProblemNote error={error} />}
    </>
  )
}
