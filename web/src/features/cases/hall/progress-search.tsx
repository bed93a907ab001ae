import type { CaseProgress } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { LabelledInput } from '../../../ui/form/fields/labelled-input.tsx'
import { day } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import { Timeline } from '../../../ui/timeline.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { endTone } from '../file/end-tone.ts'
import { hall } from './queries.ts'

/** How far a case is, by the code of its receipt: nobody signs in for that. */
export function ProgressSearch() {
  const { t } = useTranslation('services')
  const [code, setCode] = useState('')
  const [found, setFound] = useState<CaseProgress | null>(null)
  const { pending, error, attempt } = useAttempt()
  const look = () => {
    setFound(null)
    return attempt(async () => setFound(await hall.progress({ query: { code: code.trim() } })))
  }
  return (
    <Card title={t('progress.title')}>
      <form
        className="stack"
        onSubmit={(event) => {
          event.preventDefault()
          if (code.trim()) void look()
        }}
      >
        <div className="row bottom">
          <LabelledInput label={t('progress.code')} value={code} onText={setCode} maxLength={40} autoComplete="off" />
          <Button type="submit" disabled={pending}>
            {t('progress.look')}
          </Button>
        </div>
        {error && <ProblemNote error={error} />}
        <div role="status">{found && <Progress of={found} />}</div>
      </form>
    </Card>
  )
}

function Progress({ of: { service, stage, dueOn, steps } }: { of: CaseProgress }) {
  const { t } = useTranslation('services')
  return (
    <div className="stack">
      <div className="row">
        <strong>{nameIn(service)}</strong>
        <Status tone={endTone(stage.end)}>{nameIn(stage.name)}</Status>
        {dueOn && <span>{t('progress.due', { day: day(dueOn) })}</span>}
      </div>
      <Timeline
        of={steps.map(({ name, stage: reached, on }, at) => ({
          id: String(at),
          title: nameIn(name),
          about: `${day(on)} ${nameIn(reached)}`,
        }))}
      />
    </div>
  )
}
