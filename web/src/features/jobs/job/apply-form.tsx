import { hiringRoutes, ProblemError } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useIsOnline } from '../../../app/network/online.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { CheckField } from '../../../ui/form/fields/check-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { seeker, useMineChanged } from '../../seeker/queries.ts'
import type { JobPage as OnePosting } from '@renshu/contracts'
import type { OwnChannel } from '../channel.ts'

/** Words to the employer and the consent; signing in comes when it is sent, over this dialog. */
export function ApplyForm({ job, channel }: { job: OnePosting; channel: OwnChannel }) {
  const { t } = useTranslation('jobs')
  const navigate = useNavigate()
  const online = useIsOnline()
  const changed = useMineChanged()
  const form = useForm({
    route: hiringRoutes.apply,
    initial: { note: '', shareContact: false },
    given: { jobId: job.id, channel },
    draft: `apply.${job.id}`,
    send: async (body) => {
      const { id } = await seeker.apply({ body })
      await changed()
      notify(t('apply.done'))
      await navigate({ to: '/me/applications/$processId', params: { processId: id } })
    },
  })
  if (isProfileMissing(form.error)) return <ProfileFirst jobId={job.id} />
  return (
    <Form form={form} action={t('apply.action')}>
      <p>{t('apply.lead', { employer: job.employer.name })}</p>
      <LongTextField name="note" label={t('apply.note')} hint={t('apply.noteHint')} rows={3} />
      <CheckField name="shareContact" label={t('apply.share')} />
      <p className="small quiet">{t('apply.shareText')}</p>
      {!online && (
        <p className="note warn" role="alert">
          {t('apply.offline')}
        </p>
      )}
    </Form>
  )
}

const isProfileMissing = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === 'talents.noProfile'

/** What was typed is kept as a draft; the way leads back to this dialog. */
function ProfileFirst({ jobId }: { jobId: string }) {
  const { t } = useTranslation('jobs')
  return (
    <div className="stack">
      <p>{t('apply.profileFirst')}</p>
      <ButtonLink kind="primary" to="/me/profile" search={{ job: jobId }}>
        {t('apply.fillProfile')}
      </ButtonLink>
    </div>
  )
}
