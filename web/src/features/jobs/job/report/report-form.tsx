import { jobsRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { ownJobs } from '../../queries.ts'

/** What is wrong, and how it came about. */
export function ReportForm({ jobId, close }: { jobId: string; close: () => void }) {
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
