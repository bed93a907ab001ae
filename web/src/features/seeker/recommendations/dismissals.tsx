import type { Dismissal } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Fold } from '../../../ui/fold.tsx'
import { instant } from '../../../ui/format.ts'
import { Answer } from '../../../ui/state/answer.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { PagedFoot } from '../../../ui/table/paged-foot.tsx'
import { seeker, useDismissals, useMineChanged } from '../queries.ts'

/** What the person is not interested in, each with the way back. */
export function Dismissals() {
  const { t } = useTranslation('seeker')
  const list = useDismissals()
  return (
    <Fold title={t('dismissals.title')}>
      <div className="stack">
        <p className="quiet">{t('dismissals.lead')}</p>
        <Answer of={list}>
          {({ rows, total }) =>
            rows.length ? (
              <>
                <ul className="plain noted">
                  {rows.map((one) => (
                    <li key={one.job.id}>
                      <OneDismissal of={one} />
                    </li>
                  ))}
                </ul>
                <PagedFoot shown={rows.length} total={total} onMore={list.more} pending={list.pending} />
              </>
            ) : (
              <p role="status">{t('dismissals.none')}</p>
            )
          }
        </Answer>
      </div>
    </Fold>
  )
}

function OneDismissal({ of: { job, reason, note, at } }: { of: Dismissal }) {
  const { t } = useTranslation(['seeker', 'work', 'ui'])
  const [error, setError] = useState<Error | null>(null)
  const changed = useMineChanged()
  const undo = () =>
    seeker.undismiss({ params: { jobId: job.id } }).then(changed, (thrown: unknown) => setError(thrown as Error))
  const title = job.title || t('dismissals.untitled')
  return (
    <div>
      <span className="stack-tight">
        <span>
          {job.listed ? (
            <Link to="/jobs/$jobId" params={{ jobId: job.id }}>
              {title}
            </Link>
          ) : (
            t('dismissals.ended', { title })
          )}
        </span>
        <span className="small quiet">
          {[t(`work:dismissal.${reason}`), note, instant(at)].filter(Boolean).join(' · ')}
        </span>
      </span>
      <Button kind="bare" aria-label={t('dismissals.undo', { title })} onClick={() => void undo()}>
        {t('dismiss.undo')}
      </Button>
      {error && <ProblemNote error={error} />}
    </div>
  )
}
