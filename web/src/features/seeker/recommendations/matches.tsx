import type { JobMatch } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { JobCard } from '../../jobs/job-card.tsx'
import { useDismissalsChanged } from '../queries.ts'
import { Dismiss, Dismissed } from './dismiss.tsx'
import { Reasons } from './reasons.tsx'

/** Postings with why they fit; one that is dismissed leaves its place to the way back. */
export function Matches({ of: matches }: { of: readonly JobMatch[] }) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const changed = useDismissalsChanged()
  const change = (id: string, isGone: boolean) => {
    setGone((before) => {
      const next = new Set(before)
      if (isGone) next.add(id)
      else next.delete(id)
      return next
    })
    void changed()
  }
  return (
    <ul className="plain stack">
      {matches.map((match) => {
        const { id, title } = match.job
        return (
          <li key={id}>
            {gone.has(id) ? (
              <Dismissed jobId={id} title={title} onUndone={() => change(id, false)} />
            ) : (
              <JobCard job={match.job} from="recommendation">
                <Reasons of={match} />
                <Lowered of={match} />
                <Dismiss jobId={id} onDone={() => change(id, true)} />
              </JobCard>
            )}
          </li>
        )
      })}
    </ul>
  )
}

/** Why a posting stands behind others that fit less: what the person said of another one. */
function Lowered({ of: { lowered } }: { of: JobMatch }) {
  const { t } = useTranslation('seeker')
  return lowered.map((reason) => (
    <p key={reason} className="small quiet">
      {t(`lowered.${reason}`)}
    </p>
  ))
}
