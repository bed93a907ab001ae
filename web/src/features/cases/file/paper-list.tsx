import type { CaseFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { download } from '../../../ui/table/download.ts'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { useCaseDesk } from './case-desk.ts'

/** What was handed in; each can be looked at as it was uploaded. */
export function PaperList({ of: { id, papers } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const desk = useCaseDesk()
  const { pending, error, attempt } = useAttempt()
  const take = (fileId: string) =>
    attempt(async () => {
      const { name, type, bytes } = await desk.paper(id, fileId)
      download(name, type, bytes)
    })
  if (!papers.length) return <p className="quiet">{t('paper.none')}</p>
  return (
    <>
      <ul className="plain stack">
        {papers.map(({ paper, name, by, file }) => (
          <li key={`${paper} ${file?.id ?? by}`} className="row">
            <span>{nameIn(name)}</span>
            {file ? (
              <Button kind="bare" disabled={pending} onClick={() => void take(file.id)}>
                {file.name}
              </Button>
            ) : (
              <span className="small quiet">{t(by === 'promise' ? 'paper.promised' : 'paper.held')}</span>
            )}
          </li>
        ))}
      </ul>
      {error && <ProblemNote error={error} />}
    </>
  )
}
