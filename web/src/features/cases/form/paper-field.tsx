import type { FormPaper } from '@renshu/contracts'
import { useId } from 'react'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { Status } from '../../../ui/status.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { Basis } from '../guide/basis.tsx'

interface PaperFieldProps {
  of: FormPaper
  upload: (name: string, bytes: Uint8Array<ArrayBuffer>) => Promise<{ file: { id: string } | null }>
  /** Keeps the file or the promise; null takes it back. */
  onGiven: (given: { file: string } | { promised: true } | null) => Promise<unknown>
}

/** One paper: on record, uploaded, promised, or still to be brought. What is not what it says is refused at once. */
export function PaperField({ of: paper, upload, onGiven }: PaperFieldProps) {
  const { t } = useTranslation('cases')
  const { pending, error, attempt } = useAttempt()
  const id = useId()
  const take = (file: File) =>
    attempt(async () => {
      const kept = await upload(file.name, new Uint8Array(await file.arrayBuffer()))
      if (kept.file) await onGiven({ file: kept.file.id })
    })
  return (
    <li className="paper">
      <div className="row">
        <strong id={`${id}-name`}>{nameIn(paper.name)}</strong>
        <PaperState of={paper} />
      </div>
      <Basis of={paper.basis} />
      {paper.given?.file && <div>{paper.given.file.name}</div>}
      {paper.state !== 'held' && paper.state !== 'later' && (
        <div className="row">
          <FileChoice
            id={id}
            label={t(paper.given?.file ? 'paper.replace' : 'paper.choose')}
            disabled={pending}
            onChosen={take}
          />
          {paper.promise && !paper.given && (
            <Button disabled={pending} onClick={() => void attempt(() => onGiven({ promised: true }))}>
              {t('paper.promise')}
            </Button>
          )}
          {paper.given && paper.given.by !== 'record' && (
            <Button kind="bare" disabled={pending} onClick={() => void attempt(() => onGiven(null))}>
              {t('paper.takeBack')}
            </Button>
          )}
        </div>
      )}
      {pending && <div role="status">{t('paper.sending')}</div>}
      {error && <ProblemNote error={error} />}
    </li>
  )
}

function PaperState({ of: { state, given } }: { of: FormPaper }) {
  const { t } = useTranslation('cases')
  if (state === 'given')
    return <Status tone="good">{t(given?.by === 'promise' ? 'paper.promised' : 'paper.given')}</Status>
  if (state === 'held') return <Status tone="good">{t('paper.held')}</Status>
  return state === 'needed' ? (
    <Status tone="warn">{t('paper.needed')}</Status>
  ) : (
    <Status tone="quiet">{t('paper.later')}</Status>
  )
}

interface FileChoiceProps {
  id: string
  label: string
  disabled: boolean
  onChosen: (file: File) => unknown
}

/** A choice of a file that looks like a button. */
const FileChoice = ({ id, label, disabled, onChosen }: FileChoiceProps) => (
  <>
    <label className="button" htmlFor={id}>
      {label}
    </label>
    <input
      id={id}
      type="file"
      className="unseen"
      accept="application/pdf,image/png,image/jpeg"
      disabled={disabled}
      aria-describedby={`${id}-name`}
      onChange={(event) => {
        const file = event.target.files?.[0]
        event.target.value = ''
        if (file) onChosen(file)
      }}
    />
  </>
)
