import type { JobPage } from '@renshu/contracts'
import { useEffect } from 'react'

/** Search engines read the posting from here; it is data, not a script that runs. */
export function LinkedData({ of: job }: { of: JobPage }) {
  // The server put the same into the document it sent: once is enough, and it would stay on other pages.
  useEffect(() => document.head.querySelector('script[data-served]')?.remove(), [])
  return <script type="application/ld+json">{JSON.stringify(job.jsonLd)}</script>
}
