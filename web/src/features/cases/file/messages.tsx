import { type CaseFile, personCaseRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { useCaseDesk } from './case-desk.ts'
import { useCaseChanged } from './use-case.ts'

/** What applicant and office wrote to each other. */
export function Messages({ of: { id, messages } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const { side } = useCaseDesk()
  return (
    <Card title={t('messages.title')}>
      <div className="stack">
        {messages.length ? (
          <ol className="plain messages">
            {messages.map((message) => (
              <li key={message.id} className={message.from === side ? 'own' : undefined}>
                <div className="small quiet">
                  {message.by} {instant(message.at)} {message.from === side && message.seenAt && t('messages.seen')}
                </div>
                <p>{message.text}</p>
              </li>
            ))}
          </ol>
        ) : (
          <p className="quiet">{t(`messages.none.${side}`)}</p>
        )}
        <Writing caseId={id} />
      </div>
    </Card>
  )
}

function Writing({ caseId }: { caseId: string }) {
  const { t } = useTranslation('cases')
  const desk = useCaseDesk()
  const changed = useCaseChanged()
  const form = useForm({
    route: personCaseRoutes.myMessage,
    initial: { text: '' },
    draft: `case-message.${caseId}`,
    send: async ({ text }) => {
      await desk.message(caseId, text)
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
