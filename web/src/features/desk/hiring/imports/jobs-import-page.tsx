import { addressOf, jobsRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TableUpload } from '../../../../ui/form/file-upload.tsx'
import { Page } from '../../../../ui/page.tsx'
import { jobs } from '../queries.ts'
import { WatchedReport } from './watched-report.tsx'

const route = getRouteApi('/desk/$organisationId/jobs/import')

/** Postings from a table. It is read in the queue: the page may be left meanwhile. */
export function JobsImportPage() {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const { importId = '' } = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/jobs/import' })
  const params = { organisationId, importId }
  return (
    <Page title={t('imports.jobs')} lead={t('imports.jobsLead')}>
      <TableUpload
        label={t('imports.file')}
        hint={t('imports.jobsHint')}
        busy={t('imports.sending')}
        send={(name, bytes) => jobs.importJobs({ params: { organisationId }, query: { name }, bytes })}
        onSent={({ id }) => navigate({ search: { importId: id } })}
      />
      {importId && (
        <WatchedReport
          key={importId}
          importId={importId}
          look={() => jobs.jobImport({ params })}
          rejects={addressOf(jobsRoutes.jobRejects, { params })}
        />
      )}
    </Page>
  )
}
