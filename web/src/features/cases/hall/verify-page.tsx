import type { DocumentCheck } from '@renshu/contracts'
import { addressOf, documentRoutes } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { plainClient } from '../../../app/client.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { LabelledInput } from '../../../ui/form/fields/labelled-input.tsx'
import { FileUpload } from '../../../ui/form/file-upload.tsx'
import { Page } from '../../../ui/page.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { Verdict } from './verdict.tsx'

const verification = plainClient(documentRoutes)

const route = getRouteApi('/verify')

/** Whether a document is the city's, unchanged, and still what the history says. */
export function VerifyPage() {
  const { t } = useTranslation('services')
  const [check, setCheck] = useState<DocumentCheck | null>(null)
  return (
    <Page title={t('verify.title')} lead={t('verify.lead')}>
      <div className="pair">
        <FileUpload
          label={t('verify.file')}
          hint={t('verify.fileHint')}
          busy={t('verify.busy')}
          accept="application/pdf"
          send={(_, bytes) => verification.verifyFile({ bytes })}
          onSent={setCheck}
        />
        <CodeSearch onFound={setCheck} />
      </div>
      <div role="status">{check && <Verdict of={check} />}</div>
      <p className="small quiet">
        {t('verify.certificateText')}{' '}
        <a href={addressOf(documentRoutes.signingCertificate, {})} download>
          {t('verify.certificate')}
        </a>
      </p>
    </Page>
  )
}

function CodeSearch({ onFound }: { onFound: (check: DocumentCheck) => void }) {
  const { t } = useTranslation('services')
  const given = route.useSearch().code ?? ''
  const [code, setCode] = useState(given)
  const { pending, error, attempt } = useAttempt()
  const look = (sought: string) =>
    attempt(async () => onFound(await verification.verifyCode({ params: { code: sought.trim().toUpperCase() } })))
  // The code on the paper may lead here; then it is looked up at once.
  useEffect(() => {
    if (given) void look(given)
  }, [given])
  return (
    <Card>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim()) void look(code)
        }}
      >
        <LabelledInput
          label={t('verify.code')}
          value={code}
          onText={setCode}
          placeholder="K7QF-2M9X-RT4D"
          maxLength={40}
          autoComplete="off"
        />
        <div className="row">
          <Button type="submit" disabled={pending}>
            {t('verify.look')}
          </Button>
        </div>
        {error && <ProblemNote error={error} />}
      </form>
    </Card>
  )
}
