import { hiringRoutes, type ProcessFile } from '@renshu/contracts'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { isOpen } from '../../work/is-open.ts'
import { seeker, useMineChanged } from '../queries.ts'

/** What both sides wrote, and a box to write more while the process is open. */
export function Messages({ process }: { process: ProcessFile }) {
  const { t } = useTranslation(['seeker', 'work'])
  const changed = useMineChanged()
  const { id, messages, unread } = process
  useEffect(() => {
    if (unread) void seeker.mySeen({ params: { processId: id } }).then(changed, () => {})
    // What was seen is told once for what is unread, not at every drawing.
  }, [id, unread])
  return (
    <Card title={t('messages.title')}>
      <div className="stack">
        {messages.length ? (
          <ul className="plain messages">
            {messages.map((message) => (
              <li key={message.id} className={message.from === 'talent' ? 'own' : undefined}>
                <div className="small quiet">
                  {message.from === 'talent' ? t('messages.me') : message.name} · {instant(message.at)}
                  {message.from === 'talent' && message.seenAt && ` · ${t('messages.seen')}`}
                </div>
                <p>{message.text}</p>
              </li>
            ))}
          </ul>
        ) : (
          <p className="quiet">{t('messages.none')}</p>
        )}
        {isOpen(process) && <WriteMessage processId={id} />}
      </div>
    </Card>
  )
}

function WriteMessage({ processId }: { processId: string }) {
  const { t } = useTranslation('seeker')
  const changed = useMineChanged()
  const form = useForm({
    route: hiringRoutes.myMessage,
    initial: { text: '' },
    draft: `message.${processId}`,
    send: async (body) => {
      await seeker.myMessage({ params: { processId }, body })
      form.reset()
      await changed()
    },
  })
  return (
    <Form form={form} action={t('messages.send')}>
      <LongTextField name="text" label={t('messages.write')} rows={3} />
    </Form>
  )
}
