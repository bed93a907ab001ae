import { type JobRecord, jobsRoutes } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button, ButtonLink } from '../../../../ui/button.tsx'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { useOrganisationId } from '../../queries.ts'
import { useAction } from '../use-action.ts'
import { jobs, useHiringChanged } from '../queries.ts'

const REASONS = ['filled', 'cancelled', 'changed'] as const

/** What can be done with a posting: change, copy, say that it stands, close. */
export function JobActions({ job }: { job: JobRecord }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), jobId: job.id }
  const navigate = useNavigate()
  const changed = useHiringChanged()
  const { run, pending } = useAction()
  const copy = () =>
    run(async () => {
      const made = await jobs.copy({ params })
      notify(t('jobs.copied'))
      await navigate({
        to: '/desk/$organisationId/jobs/$jobId/edit',
        params: { organisationId: params.organisationId, jobId: made.id },
      })
    })
  const confirm = () =>
    run(async () => {
      await jobs.confirm({ params, body: { version: job.version } })
      await changed()
      notify(t('jobs.confirmed'))
    })
  const isOver = job.status === 'closed'
  return (
    <>
      {!isOver && job.status !== 'draft' && (
        <Button disabled={pending} onClick={confirm}>
          {t('jobs.confirm')}
        </Button>
      )}
      <Button disabled={pending} onClick={copy}>
        {t('jobs.copy')}
      </Button>
      {!isOver && (
        <>
          <DialogButton action={t('jobs.close')} kind="danger">
            {(close) => <Closing job={job} onDone={close} />}
          </DialogButton>
          <ButtonLink kind="primary" to="/desk/$organisationId/jobs/$jobId/edit" params={params}>
            {t(job.status === 'draft' ? 'jobs.finish' : 'posting.edit')}
          </ButtonLink>
        </>
      )}
    </>
  )
}

function Closing({ job, onDone }: { job: JobRecord; onDone: () => void }) {
  const { t } = useTranslation(['hiring', 'work'])
  const params = { organisationId: useOrganisationId(), jobId: job.id }
  const changed = useHiringChanged()
  const form = useForm({
    route: jobsRoutes.close,
    initial: { reason: '', note: '' },
    given: { version: job.version },
    send: async (body) => {
      await jobs.close({ params, body })
      await changed()
      notify(t('jobs.closed'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('jobs.close')} danger>
      <p>{t('jobs.closeText')}</p>
      <ChoiceField
        name="reason"
        label={t('jobs.reason')}
        choices={REASONS.map((value) => ({ value, label: t(`work:closing.${value}`) }))}
      />
      <LongTextField name="note" label={t('jobs.note')} />
    </Form>
  )
}
