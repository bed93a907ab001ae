import { type JobDraft, jobsRoutes, type JobRecord } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { now } from '../../../../app/clock.ts'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { dropDraft } from '../../../../ui/form/draft.ts'
import { Form } from '../../../../ui/form/form.tsx'
import { type FormState, useForm } from '../../../../ui/form/use-form.ts'
import { dayOf } from '../../../../ui/format.ts'
import { notify } from '../../../../ui/notices.tsx'
import { Page } from '../../../../ui/page.tsx'
import { useOrganisationId, useRecord } from '../../queries.ts'
import { jobs, useHiringChanged } from '../queries.ts'
import { ClientField } from './client-field.tsx'
import { PasteCard } from './paste-card.tsx'
import { PostingFields } from './posting-fields.tsx'
import { emptyPosting, readInto } from './posting-values.ts'
import { useReading } from './use-reading.ts'
import { WordingCard } from '../screening/wording-card.tsx'

const SHOWN_DAYS = 60
const DAY_MS = 86_400_000
const lastDay = () => dayOf(new Date(now().getTime() + SHOWN_DAYS * DAY_MS))

/** A new posting: pasted, read, corrected, published; what is typed is kept until then. */
export function PostingPage() {
  const { t } = useTranslation('hiring')
  const { data: record } = useRecord()
  const { form, publish, saveDraft } = usePosting()
  const { read, setRead, check, clean } = useReading(form)
  const take = (draft: JobDraft, text: string) => {
    for (const [name, value] of Object.entries(readInto(draft, text))) form.set(name, value)
    setRead({ draft, text })
  }
  return (
    <Page title={t('posting.new')} lead={t('posting.lead')}>
      <PasteCard wasRead={read !== null} onRead={take} />
      {read && <WordingCard {...read} onTake={clean} />}
      <Card title={t('posting.form')}>
        <Form
          form={{ ...form, submit: publish }}
          action={t('posting.publish')}
          more={
            <>
              <Button disabled={form.pending} onClick={() => void saveDraft()}>
                {t('posting.saveDraft')}
              </Button>
              <Button onClick={check}>{t('wording.check')}</Button>
            </>
          }
        >
          {record?.kind === 'agency' && <ClientField />}
          <PostingFields market={read?.draft.market ?? null} />
        </Form>
      </Card>
    </Page>
  )
}

/** The form and its two ends: published, or kept as a draft that only this desk sees. */
function usePosting() {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const navigate = useNavigate()
  const changed = useHiringChanged()
  const publishes = useRef(true)
  const done = async ({ id, status }: JobRecord) => {
    dropDraft(`paste.${organisationId}`)
    notify(t(`posting.done.${status === 'open' || status === 'waiting' ? status : 'draft'}`))
    await navigate({ to: '/desk/$organisationId/jobs/$jobId', params: { organisationId, jobId: id } })
    await changed()
  }
  const form: FormState = useForm({
    route: jobsRoutes.post,
    initial: { ...emptyPosting(lastDay()), employerId: '' },
    draft: `posting.${organisationId}`,
    send: async (body) =>
      done(await jobs.post({ params: { organisationId }, body: { ...body, publish: publishes.current } })),
  })
  const end = (publish: boolean) => () => {
    publishes.current = publish
    return form.submit()
  }
  return { form, publish: end(true), saveDraft: end(false) }
}
