import { type JobRecord, jobsRoutes } from '@renshu/contracts'
import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { isStale } from '../../../../ui/state/stale-note.tsx'
import { useOrganisationId } from '../../queries.ts'
import { jobs, useHiringChanged, useOwnJob } from '../queries.ts'
import { PostingFields } from './posting-fields.tsx'
import { changesOf, postingOf } from './posting-values.ts'
import { useReading } from './use-reading.ts'
import { WordingCard } from '../screening/wording-card.tsx'

const route = getRouteApi('/desk/$organisationId/jobs/$jobId/edit')

export function EditPostingPage() {
  const { t } = useTranslation('hiring')
  const { jobId } = route.useParams()
  return (
    <Answer of={useOwnJob(jobId)} title={t('posting.edit')}>
      {(job) => <Editing job={job} />}
    </Answer>
  )
}

/** A change of a posting. Only what was changed is sent, so that what somebody else changed meanwhile stays. */
function Editing({ job }: { job: JobRecord }) {
  const { t } = useTranslation(['hiring', 'work'])
  const params = { organisationId: useOrganisationId(), jobId: job.id }
  const navigate = useNavigate()
  const changed = useHiringChanged()
  const [before] = useState(() => postingOf(job))
  const form = useForm({
    route: jobsRoutes.edit,
    initial: before,
    given: { version: job.version },
    required: ['title', 'description'],
    draft: `posting.${job.id}`,
    send: async (body) => {
      const changes = { ...changesOf(body, before), version: job.version, publish: true }
      const saved = await jobs.edit({ params, body: changes }).catch(async (error: unknown) => {
        if (isStale(error)) await changed()
        throw error
      })
      notify(t(`posting.done.${saved.status === 'waiting' || saved.unlisted === 'changed' ? 'waiting' : 'open'}`))
      await navigate({ to: '/desk/$organisationId/jobs/$jobId', params })
      await changed()
    },
  })
  const { read, check, clean, pending } = useReading(form)
  return (
    <Page title={t('posting.editOf', { title: job.title })} lead={t('posting.editLead')}>
      {read && <WordingCard {...read} onTake={clean} />}
      <Card>
        <Form
          form={form}
          action={t(job.status === 'draft' ? 'posting.publish' : 'posting.save')}
          stale={<p>{t('posting.staleNow', { title: job.title, status: t(`work:jobStatus.${job.status}`) })}</p>}
          more={
            <Button disabled={pending} onClick={check}>
              {t('wording.check')}
            </Button>
          }
        >
          <PostingFields market={read?.draft.market ?? job.market} />
        </Form>
      </Card>
    </Page>
  )
}
