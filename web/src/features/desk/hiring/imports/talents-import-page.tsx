import type { JobImportReport } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Page } from '../../../../ui/page.tsx'
import { talents, useHiringChanged } from '../queries.ts'
import { TableReport } from './table-report.tsx'
import { TableUpload } from './table-upload.tsx'

const route = getRouteApi('/desk/$organisationId/held/import')

/** Talents of an agency from a table; each row says when and until when the person agreed. */
export function TalentsImportPage() {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  const changed = useHiringChanged()
  const [report, setReport] = useState<JobImportReport | null>(null)
  const take = (begun: JobImportReport) => {
    setReport(begun)
    void changed()
  }
  return (
    <Page title={t('imports.talents')} lead={t('imports.talentsLead')}>
      <TableUpload
        hint={t('imports.talentsHint')}
        send={(name, bytes) => talents.importTalents({ params, query: { name }, bytes })}
        onBegun={take}
      />
      {report && <TableReport report={report} />}
    </Page>
  )
}
