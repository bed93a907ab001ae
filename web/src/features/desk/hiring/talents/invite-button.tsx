import { hiringRoutes } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { DialogButton } from '../../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { useOrganisationId } from '../../queries.ts'
import { hiring, jobs, useHiringChanged } from '../queries.ts'

const MOST_JOBS = 200

interface InviteProps {
  talentId: string
  /** The posting it is about; without one it is chosen. */
  jobId?: string | undefined
}

/** Invites somebody to one of the organisation's postings. */
export function InviteButton(props: InviteProps) {
  const { t } = useTranslation('hiring')
  return (
    <div>
      <DialogButton action={t('invite.go')}>{(close) => <Invitation {...props} onDone={close} />}</DialogButton>
    </div>
  )
}

function Invitation({ talentId, jobId, onDone }: InviteProps & { onDone: () => void }) {
  const organisationId = useOrganisationId()
  const open = useQuery({
    queryKey: ['desk', organisationId, 'openJobs'],
    queryFn: () => jobs.ownJobs({ params: { organisationId }, query: { status: 'open', limit: MOST_JOBS } }),
    enabled: jobId === undefined,
  })
  if (jobId !== undefined) return <InvitationForm talentId={talentId} jobId={jobId} choices={null} onDone={onDone} />
  return (
    <Answer of={open}>
      {({ items }) => (
        <InvitationForm
          talentId={talentId}
          jobId=""
          choices={items.map(({ id, title }) => ({ value: id, label: title }))}
          onDone={onDone}
        />
      )}
    </Answer>
  )
}

interface InvitationFormProps {
  talentId: string
  jobId: string
  choices: { value: string; label: string }[] | null
  onDone: () => void
}

function InvitationForm({ talentId, jobId, choices, onDone }: InvitationFormProps) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const navigate = useNavigate()
  const changed = useHiringChanged()
  const form = useForm({
    route: hiringRoutes.invite,
    initial: { jobId, note: '' },
    given: { talentId },
    draft: `invite.${talentId}.${jobId}`,
    send: async (body) => {
      const { id } = await hiring.invite({ params: { organisationId }, body })
      notify(t('invite.done'))
      onDone()
      await changed()
      await navigate({ to: '/desk/$organisationId/processes/$processId', params: { organisationId, processId: id } })
    },
  })
  return (
    <Form form={form} action={t('invite.send')}>
      <p className="quiet">{t('invite.text')}</p>
      {choices && <ChoiceField name="jobId" label={t('jobs.posting')} choices={choices} />}
      <LongTextField name="note" label={t('invite.note')} hint={t('invite.noteHint')} />
    </Form>
  )
}
