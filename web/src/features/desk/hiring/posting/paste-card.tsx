import type { JobDraft } from '@renshu/contracts'
import { useEffect, useId, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { keepDraft, readDraft } from '../../../../ui/form/draft.ts'
import { withoutControls } from '../../../../ui/form/values.ts'
import { ProblemNote } from '../../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../../ui/use-attempt.ts'
import { useOrganisationId } from '../../queries.ts'
import { jobs } from '../queries.ts'

interface PasteCardProps {
  /** The form below is filled already: reading is no longer the one next thing. */
  wasRead: boolean
  onRead: (draft: JobDraft, text: string) => void
}

/** One box for a whole posting as it was written for elsewhere; the form below is filled from it. */
export function PasteCard({ wasRead, onRead }: PasteCardProps) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const id = useId()
  const draft = `paste.${organisationId}`
  const [text, setText] = useState(() => String(readDraft(draft)?.['text'] ?? ''))
  const { pending, error, attempt } = useAttempt()
  useEffect(() => keepDraft(draft, { text }), [draft, text])
  const read = () => {
    const whole = withoutControls(text).trim()
    return attempt(async () =>
      onRead(await jobs.readText({ params: { organisationId }, body: { text: whole } }), whole),
    )
  }
  return (
    <Card title={t('paste.title')}>
      <div className="stack">
        <div className="field wide-field">
          <label htmlFor={id}>{t('paste.label')}</label>
          <textarea
            id={id}
            className="input"
            rows={7}
            maxLength={10_000}
            value={text}
            aria-describedby={`${id}-hint`}
            onChange={(event) => setText(event.target.value)}
          />
          <div id={`${id}-hint`} className="hint">
            {t('paste.hint')}
          </div>
        </div>
        {error && <ProblemNote error={error} />}
        <div>
          <Button kind={wasRead ? 'plain' : 'primary'} disabled={!text.trim() || pending} onClick={() => void read()}>
            {t(pending ? 'paste.reading' : 'paste.go')}
          </Button>
        </div>
      </div>
    </Card>
  )
}
