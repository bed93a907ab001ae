import { type CaseFile, casesRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { Status } from '../../../ui/status.tsx'
import { useCaseChanged } from '../file/use-case.ts'
import { office } from './queries.ts'

const TONE = { open: 'warn', recorded: 'quiet', dismissed: 'quiet' } as const

/** What was said against the notice: recorded by the step for it, or answered that it does not hold. */
export function Objections({ of: { objections } }: { of: CaseFile }) {
  const { t } = useTranslation('office')
  if (!objections.length) return null
  return (
    <Card title={t('objection.title')}>
      <p className="quiet">{t('objection.text')}</p>
      <ul className="plain stack">
        {objections.map(({ id, by, at, text, status, answer }) => (
          <li key={id} className="stack-tight">
            <div className="row">
              <strong>{by}</strong>
              <span className="small quiet">{instant(at)}</span>
              <Status tone={TONE[status]}>{t(`objection.${status}`)}</Status>
            </div>
            <p>{text}</p>
            {answer && <p className="small">{t('objection.answered', { answer })}</p>}
            {status === 'open' && (
              <div>
                <DialogButton action={t('objection.answer')}>
                  {(close) => <Answering objectionId={id} onDone={close} />}
                </DialogButton>
              </div>
            )}
          </li>
        ))}
      </ul>
    </Card>
  )
}

function Answering({ objectionId, onDone }: { objectionId: string; onDone: () => void }) {
  const { t } = useTranslation('office')
  const changed = useCaseChanged()
  const form = useForm({
    route: casesRoutes.answerObjection,
    initial: { answer: '' },
    draft: `answer.${objectionId}`,
    send: async (body) => {
      await office.answerObjection({ params: { objectionId }, body })
      await changed()
      onDone()
    },
  })
  return (
    <Form form={form} action={t('objection.answer')}>
      <LongTextField name="answer" label={t('objection.answerText')} />
    </Form>
  )
}
