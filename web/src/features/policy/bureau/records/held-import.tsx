import { useQuery, useQueryClient } from '@tanstack/react-query'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Status } from '../../../../ui/status.tsx'
import { ImportReport } from '../../../work/import-report.tsx'
import { KEY, officers } from '../queries.ts'

const BETWEEN_LOOKS_MS = 1000

/** The report of an import of held facts, looked at until it has ended. */
export function HeldImport({ importId, rejects }: { importId: string; rejects: string }) {
  const { t } = useTranslation('hiring')
  const client = useQueryClient()
  const query = useQuery({
    queryKey: [...KEY, 'import', importId],
    queryFn: () => officers.heldFactImport({ params: { importId } }),
    refetchInterval: ({ state }) => (state.data?.done === false ? BETWEEN_LOOKS_MS : false),
  })
  const done = query.data?.done
  useEffect(() => {
    if (done) void client.invalidateQueries({ queryKey: [...KEY, 'imports'] })
  }, [done, client])
  return (
    <Answer of={query}>
      {(report) => (
        <ImportReport
          of={{ ...report, waiting: null }}
          state={
            <Status tone={report.problem ? 'bad' : report.done ? 'good' : 'warn'}>
              {t(report.problem ? 'imports.broken' : report.done ? 'imports.done' : 'imports.running')}
            </Status>
          }
          running={!report.done}
          problem={report.problem}
          rejects={rejects}
        />
      )}
    </Answer>
  )
}
