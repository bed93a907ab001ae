import { hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { Form } from '../../../../ui/form/form.tsx'
import { LongTextField } from '../../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../../ui/form/use-form.ts'
import { instant } from '../../../../ui/format.ts'
import { useOrganisationId } from '../../queries.ts'
import { isOpen } from '../../../work/is-open.ts'
import { hiring, useHiringChanged } from '../queries.ts'

/** What both sides wrote to each other; contact needs no phone. */
export function Messages({ process }: { process: ProcessFile }) {
  const { t } = useTranslation('hiring')
  const isEmployer = process.organisation.id === useOrganisationId()
  // An agency that keeps the person writes for him, to the employer.
  const isOwn = (from: string) => (isEmployer ? from === 'employer' : from === 'talent' || from === 'agency')
  return (
    <Card title={t('messages.title')}>
      <div className="stack">
        {process.messages.length ? (
          <ol className="plain messages">
            {process.messages.map(({ id, from, name, text, at, seenAt }) => (
              <li key={id} className={isOwn(from) ? 'own' : undefined}>
                <div className="small quiet">
                  {name} {instant(at)} {isOwn(from) && seenAt && t('messages.seen')}
                </div>
                <p>{text}</p>
              </li>
            ))}
          </ol>
        ) : (
          <p className="quiet">{t('messages.none')}</p>
        )}
        {/* An employer writes nothing while its posting is refused. */}
        {isOpen(process) && !(isEmployer && process.job.held) && <Writing processId={process.id} />}
      </div>
    </Card>
  )
}

function Writing({ processId }: { processId: string }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId(), processId }
  const changed = useHiringChanged()
  const form = useForm({
    route: hiringRoutes.message,
    initial: { text: '' },
    draft: `message.${processId}`,
    send: async (body) => {
      await hiring.message({ params, body })
      form.reset()
      await changed()
    },
  })
  return (
    <Form form={form} action={t('messages.send')} aside>
      <LongTextField name="text" label={t('messages.text')} rows={3} />
    </Form>
  )
}
