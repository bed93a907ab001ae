import { jobsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../ui/dialog.tsx'
import { ChoiceField } from '../../../ui/form/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { ownJobs } from '../queries.ts'

/** Tells the bureau that something is wrong with a posting. */
export function ReportJob({ jobId }: { jobId: string }) {
  const { t } = useTranslation('jobs')
  return (
    <div className="card">
      <p className="small quiet">{t('report.lead')}</p>
      <DialogButton action={t('report.action')} kind="bare">
        {(close) => <ReportForm jobId={jobId} close={close} />}
      </DialogButton>
    </div>
  )
}

function ReportForm({ jobId, close }: { jobId: string; close: () => void }) {
  const { t } = useTranslation('jobs')
  const form = useForm({
    route: jobsRoutes.report,
    initial: { kind: '', text: '' },
    draft: `report.${jobId}`,
    send: async (body) => {
      await ownJobs.report({ params: { jobId }, body })
      notify(t('report.done'))
      close()
    },
  })
  return (
    <Form form={form} action={t('report.action')}>
      <ChoiceField
        name="kind"
        label={t('report.kind')}
        choices={(['fee', 'fake', 'discrimination', 'other'] as const).map((value) => ({
          value,
          label: t(`report.${value}`),
        }))}
      />
      <LongTextField name="text" label={t('report.text')} hint={t('report.hint')} />
    </Form>
  )
}
