import { addressOf, jobsRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { TableUpload } from '../../../../ui/form/file-upload.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { jobs, useHiringChanged } from '../queries.ts'
import { TableReport } from './table-report.tsx'

const BETWEEN_LOOKS_MS = 1000
const route = getRouteApi('/desk/$organisationId/jobs/import')

/** Postings from a table. It is read in the queue: the page may be left meanwhile. */
export function JobsImportPage() {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const { importId } = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/jobs/import' })
  return (
    <Page title={t('imports.jobs')} lead={t('imports.jobsLead')}>
      <TableUpload
        label={t('imports.file')}
        hint={t('imports.jobsHint')}
        busy={t('imports.sending')}
        send={(name, bytes) => jobs.importJobs({ params: { organisationId }, query: { name }, bytes })}
        onSent={({ id }) => navigate({ search: { importId: id } })}
      />
      {importId && <Report key={importId} importId={importId} />}
    </Page>
  )
}

function Report({ importId }: { importId: string }) {
  const { organisationId } = route.useParams()
  const params = { organisationId, importId }
  const changed = useHiringChanged()
  const query = useQuery({
    queryKey: ['jobImport', importId],
    queryFn: () => jobs.jobImport({ params }),
    refetchInterval: ({ state }) => (state.data?.done === false ? BETWEEN_LOOKS_MS : false),
  })
  const done = query.data?.done
  // The list of postings is older than what was just taken.
  useEffect(() => {
    if (done) void changed()
    // Asked once, when the import ends.
  }, [done])
  return (
    <Answer of={query}>
      {(report) => <TableReport report={report} rejects={addressOf(jobsRoutes.jobRejects, { params })} />}
    </Answer>
  )
}
