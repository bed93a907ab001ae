import { jobsFailures, jobsRoutes, ProblemError, type Queued } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../../ui/button.tsx'
import { Card } from '../../../../ui/card.tsx'
import { ChoiceField } from '../../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { notify } from '../../../../ui/notices.tsx'
import { isStale } from '../../../../ui/state/stale-note.tsx'
import { jobs, useMarketChanged } from '../queries.ts'

const isChanged = (error: unknown): boolean =>
  isStale(error) || (error instanceof ProblemError && error.problem.code === jobsFailures.contentChanged.code)

/** What may be decided: of what waits or was reported either way, and a refusal is taken back. */
function choicesFor({ status, reports }: Queued): readonly ('approved' | 'refused')[] {
  if (status === 'refused') return ['approved']
  return status === 'waiting' || reports.length > 0 ? ['approved', 'refused'] : []
}

/** The decision, bound to the content on the screen; a refusal states its reason, proposed from what was found. */
export function ModerationForm({ job }: { job: Queued }) {
  const { t } = useTranslation(['market', 'work', 'ui'])
  const navigate = useNavigate()
  const changed = useMarketChanged()
  const { id, version, contentHash } = job
  const form = useForm({
    route: jobsRoutes.moderate,
    initial: { decision: '', reason: '' },
    required: ({ decision }) => (decision === 'refused' ? ['reason'] : []),
    given: { version, contentHash },
    draft: `moderation.${contentHash}`,
    send: async (body) => {
      await jobs.moderate({ params: { jobId: id }, body }).catch(async (error: unknown) => {
        if (isChanged(error)) await changed()
        throw error
      })
      notify(t('decision.done'))
      await navigate({ to: '/bureau/postings' })
      await changed()
    },
  })
  const choices = choicesFor(job)
  if (choices.length === 0)
    return (
      <Card title={t('decision.title')}>
        <p>{t('decision.none')}</p>
      </Card>
    )
  const proposed = job.signals
    .map(({ kind, found, why }) => t('decision.because', { kind: t(`work:signal.${kind}`), found, why }))
    .join('\n')
  return (
    <Card title={t('decision.title')}>
      <Form form={form} action={t('decision.go')} stale={<p>{t('decision.stale')}</p>}>
        <ChoiceField
          name="decision"
          label={t('decision.decision')}
          choices={choices.map((value) => ({ value, label: t(`decision.${value}`) }))}
        />
        <LongTextField name="reason" label={t('decision.reason')} hint={t('decision.reasonHint')} />
        {proposed && (
          <div>
            <Button onClick={() => form.set('reason', proposed.slice(0, 1000))}>{t('decision.propose')}</Button>
          </div>
        )}
        <p className="small quiet">{t('decision.bound', { hash: contentHash.slice(0, 12) })}</p>
      </Form>
    </Card>
  )
}
