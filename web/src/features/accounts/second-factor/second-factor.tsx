import { accountsRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { session, useMe } from '../../../app/session.ts'
import { Button } from '../../../ui/button.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'

interface SecondFactorProps {
  onPassed: () => Promise<void>
  onLater?: () => void
}

/** The second step of an officer: the code of the authenticator, which is set up the first time. */
export function SecondFactor({ onPassed, onLater }: SecondFactorProps) {
  const { t } = useTranslation('accounts')
  const { data: me } = useMe()
  const [secret, setSecret] = useState<{ secret: string; url: string } | null>(null)
  const form = useForm({
    route: accountsRoutes.passSecondFactor,
    initial: { code: '' },
    send: async (body) => {
      await session.passSecondFactor({ body })
      await onPassed()
    },
  })
  if (!me?.officer?.enrolled && !secret) return <Enrol onSecret={setSecret} />
  return (
    <div className="stack">
      <h2>{t('secondFactor.title')}</h2>
      {secret && (
        <div className="note warn">
          <p>{t('secondFactor.once')}</p>
          <p className="number">
            <strong>{secret.secret.replaceAll(/(.{4})/g, '$1 ').trim()}</strong>
          </p>
          <a href={secret.url}>{t('secondFactor.open')}</a>
        </div>
      )}
      <Form
        form={form}
        action={t('secondFactor.go')}
        more={
          onLater && (
            <Button kind="bare" onClick={onLater}>
              {t('secondFactor.later')}
            </Button>
          )
        }
      >
        <TextField
          name="code"
          label={t('secondFactor.code')}
          hint={t('secondFactor.hint')}
          inputMode="numeric"
          autoComplete="one-time-code"
          maxLength={6}
        />
      </Form>
    </div>
  )
}

function Enrol({ onSecret }: { onSecret: (secret: { secret: string; url: string }) => void }) {
  const { t } = useTranslation('accounts')
  const [error, setError] = useState<Error | null>(null)
  const enrol = async () => {
    try {
      onSecret(await session.enrolSecondFactor())
    } catch (thrown) {
      setError(thrown as Error)
    }
  }
  return (
    <div className="stack">
      <h2>{t('secondFactor.enrol')}</h2>
      <p>{t('secondFactor.enrolText')}</p>
      {error && <ProblemNote error={error} />}
      <div>
        <Button kind="primary" onClick={() => void enrol()}>
          {t('secondFactor.enrolGo')}
        </Button>
      </div>
    </div>
  )
}
