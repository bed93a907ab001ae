import type { Queued } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Confirm } from '../../../../ui/dialog/confirm.tsx'
import { notify } from '../../../../ui/notices.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Said } from '../../../desk/hiring/jobs/said.tsx'
import { jobs, useMarketChanged, useQueued } from '../queries.ts'

const percent = (likeness: number) => `${Math.round(likeness * 100)}%`

/** Open postings that say the same: seen side by side, and merged by a decision of the officer. */
export function Alike({ job }: { job: Queued }) {
  const { t } = useTranslation('market')
  const [shown, setShown] = useState<string | null>(null)
  return (
    <Card title={t('alike.title')}>
      <ul className="plain stack">
        {job.alike.map(({ id, title, employer, likeness }) => (
          <li key={id}>
            <div>
              {title} <span className="small quiet">{employer}</span>
            </div>
            <div className="row">
              <span className="small number">{t('alike.likeness', { likeness: percent(likeness) })}</span>
              <Button aria-expanded={shown === id} onClick={() => setShown(shown === id ? null : id)}>
                {t('alike.compare')}
              </Button>
            </div>
            {shown === id && <SideBySide job={job} other={id} />}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function SideBySide({ job, other }: { job: Queued; other: string }) {
  const { t } = useTranslation('market')
  const navigate = useNavigate()
  const changed = useMarketChanged()
  const merge = async () => {
    await jobs.merge({ params: { jobId: job.id }, body: { version: job.version, into: other } })
    notify(t('alike.merged'))
    await navigate({ to: '/bureau/postings' })
    await changed()
  }
  return (
    <div className="stack">
      <div className="pair">
        <section className="stack" aria-label={t('alike.this')}>
          <h3>{t('alike.this')}</h3>
          <Said job={job} />
        </section>
        <section className="stack" aria-label={t('alike.other')}>
          <h3>{t('alike.other')}</h3>
          <Answer of={useQueued(other)}>{(their) => <Said job={their} />}</Answer>
        </section>
      </div>
      <div>
        <Confirm action={t('alike.merge')} danger onConfirm={merge}>
          {t('alike.mergeText')}
        </Confirm>
      </div>
    </div>
  )
}
