import type { JobMatch } from '@renshu/contracts'
import { useState } from 'react'
import { JobCard } from '../../jobs/job-card.tsx'
import { Dismiss, Dismissed } from './dismiss.tsx'
import { Reasons } from './reasons.tsx'

/** Postings with why they fit; one that is dismissed leaves its place to the way back. */
export function Matches({ of: matches, plain }: { of: readonly JobMatch[]; plain?: boolean }) {
  const [gone, setGone] = useState<ReadonlySet<string>>(new Set())
  const change = (id: string, isGone: boolean) =>
    setGone((before) => {
      const next = new Set(before)
      if (isGone) next.add(id)
      else next.delete(id)
      return next
    })
  return (
    <ul className="plain stack">
      {matches.map((match) => {
        const { id, title } = match.job
        return (
          <li key={id}>
            {gone.has(id) ? (
              <Dismissed jobId={id} title={title} onUndone={() => change(id, false)} />
            ) : (
              <JobCard job={match.job}>
                {!plain && <Reasons of={match} />}
                {!plain && <Dismiss jobId={id} onDone={() => change(id, true)} />}
              </JobCard>
            )}
          </li>
        )
      })}
    </ul>
  )
}
