import type { JobImportReport } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useEffect } from 'react'
import { Answer } from '../../../../ui/state/answer.tsx'
import { useHiringChanged } from '../queries.ts'
import { TableReport } from './table-report.tsx'

const BETWEEN_LOOKS_MS = 1000

interface WatchedReportProps {
  importId: string
  look: () => Promise<JobImportReport>
  /** Address of all rows that were not taken. */
  rejects: string
  /** Nobody looks at the rows before they count. */
  unmoderated?: boolean
}

/** The report of an import that is read in the queue, looked at until it has ended. */
export function WatchedReport({ importId, look, ...shown }: WatchedReportProps) {
  const changed = useHiringChanged()
  const query = useQuery({
    queryKey: ['tableImport', importId],
    queryFn: look,
    refetchInterval: ({ state }) => (state.data?.done === false ? BETWEEN_LOOKS_MS : false),
  })
  const done = query.data?.done
  // The lists of the desk are older than what was just taken.
  useEffect(() => {
    if (done) void changed()
    // Asked once, when the import ends.
  }, [done])
  return <Answer of={query}>{(report) => <TableReport report={report} {...shown} />}</Answer>
}
