import { addressOf, talentsRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { TableUpload } from '../../../../ui/form/file-upload.tsx'
import { Page } from '../../../../ui/page.tsx'
import { talents } from '../queries.ts'
import { WatchedReport } from './watched-report.tsx'

const route = getRouteApi('/desk/$organisationId/held/import')

/** Talents of an agency from a table; each row says when and until when the person agreed. */
export function TalentsImportPage() {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const { importId = '' } = route.useSearch()
  const navigate = useNavigate({ from: '/desk/$organisationId/held/import' })
  const params = { organisationId, importId }
  return (
    <Page title={t('imports.talents')} lead={t('imports.talentsLead')}>
      <TableUpload
        label={t('imports.file')}
        hint={t('imports.talentsHint')}
        busy={t('imports.sending')}
        send={(name, bytes) => talents.importTalents({ params: { organisationId }, query: { name }, bytes })}
        onSent={({ id }) => navigate({ search: { importId: id } })}
      />
      {importId && (
        <WatchedReport
          key={importId}
          importId={importId}
          look={() => talents.talentImport({ params })}
          rejects={addressOf(talentsRoutes.talentRejects, { params })}
          unmoderated
        />
      )}
    </Page>
  )
}
