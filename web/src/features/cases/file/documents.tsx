import type { CaseFile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { nameIn } from '../../../i18n/name-in.ts'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { instant } from '../../../ui/format.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { download } from '../../../ui/table/download.ts'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { useCaseDesk } from './case-desk.ts'

/** Receipt, decision and other documents, as signed PDF. */
export function Documents({ of: { id, n } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const desk = useCaseDesk()
  const { pending, error, attempt } = useAttempt()
  const query = useQuery({ queryKey: [...desk.key, 'documents', id, n], queryFn: () => desk.documents(id) })
  const take = (documentId: string) =>
    attempt(async () => {
      const { name, type, bytes } = await desk.document(id, documentId)
      download(name, type, bytes)
    })
  return (
    <Card title={t('documents.title')}>
      <Answer of={query}>
        {({ items }) => (
          <div className="stack">
            {items.length === 0 && <p className="quiet">{t('documents.none')}</p>}
            <ul className="plain stack">
              {items.map(({ id: documentId, title, madeAt, code }) => (
                <li key={documentId}>
                  <Button disabled={pending} onClick={() => void take(documentId)}>
                    {t('documents.take', { title: nameIn(title) })}
                  </Button>
                  <div className="small quiet">
                    {instant(madeAt)} {t('documents.code')}{' '}
                    <Link to="/verify" search={{ code }}>
                      {code}
                    </Link>
                  </div>
                </li>
              ))}
            </ul>
            {error && <ProblemNote error={error} />}
          </div>
        )}
      </Answer>
    </Card>
  )
}
