import { lazy, Suspense } from 'react'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { Skeleton } from '../../../../ui/state/skeleton.tsx'

const LaterForm = lazy(async () => ({ default: (await import('./report-form.tsx')).ReportForm }))

/** Tells the bureau that something is wrong with a posting. */
export function ReportJob({ jobId }: { jobId: string }) {
  const { t } = useTranslation('jobs')
  return (
    <div className="card">
      <p className="small quiet">{t('report.lead')}</p>
      <DialogButton action={t('report.action')} kind="bare">
        {(close) => (
          <Suspense fallback={<Skeleton />}>
            <LaterForm jobId={jobId} close={close} />
          </Suspense>
        )}
      </DialogButton>
    </div>
  )
}
