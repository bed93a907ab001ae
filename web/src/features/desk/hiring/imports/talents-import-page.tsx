import type { JobImportReport } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { TableUpload } from '../../../../ui/form/file-upload.tsx'
import { Page } from '../../../../ui/page.tsx'
import { talents, useHiringChanged } from '../queries.ts'
import { TableReport } from './table-report.tsx'

const route = getRouteApi('/desk/$organisationId/held/import')

/** Talents of an agency from a table; each row says when and until when the person agreed. */
export function TalentsImportPage() {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  const changed = useHiringChanged()
  const [report, setReport] = useState<JobImportReport | null>(null)
  const take = (done: JobImportReport) => {
    setReport(done)
    void changed()
  }
  return (
    <Page title={t('imports.talents')} lead={t('imports.talentsLead')}>
      <TableUpload
        label={t('imports.file')}
        hint={t('imports.talentsHint')}
        busy={t('imports.sending')}
        send={(name, bytes) => talents.importTalents({ params, query: { name }, bytes })}
        onSent={take}
      />
      {report && <TableReport report={report} unmoderated />}
    </Page>
  )
}
