import { type CaseFile, type CaseMessage, personCaseRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Card } from '../../../ui/card.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { instant } from '../../../ui/format.ts'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { useAttempt } from '../../../ui/use-attempt.ts'
import { useCaseDesk } from './case-desk.ts'
import { useCaseChanged } from './use-case.ts'

/** What applicant and office wrote to each other. */
export function Messages({ of: { id, messages, earlierMessages } }: { of: CaseFile }) {
  const { t } = useTranslation('cases')
  const { side } = useCaseDesk()
  // With those shown then: the newest move on, and none may fall between.
  const [earlier, setEarlier] = useState<readonly CaseMessage[]>([])
  const shown = new Map([...earlier, ...messages].map((message) => [message.id, message]))
  return (
    <Card title={t('messages.title')}>
      <div className="stack">
        {earlierMessages !== null && (
          <Earlier
            caseId={id}
            from={earlierMessages}
            onRead={(more) => setEarlier([...more, ...earlier, ...messages])}
          />
        )}
        {messages.length ? (
          <ol className="plain messages">
            {[...shown.values()].map((message) => (
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

interface EarlierProps {
  caseId: string
  /** Where the messages of the file begin. */
  from: string
  onRead: (more: CaseMessage[]) => void
}

/** Messages before those shown, some at a time. */
function Earlier({ caseId, from, onRead }: EarlierProps) {
  const { t } = useTranslation('cases')
  const desk = useCaseDesk()
  const [next, setNext] = useState<string | null>(from)
  const { pending, error, attempt } = useAttempt()
  const read = () =>
    attempt(async () => {
      const page = await desk.messages(caseId, next ?? undefined)
      onRead(page.items.toReversed())
      setNext(page.next)
    })
  return (
    <>
      {next !== null && (
        <Button disabled={pending} onClick={() => void read()}>
          {t('messages.earlier')}
        </Button>
      )}
      {error && <ProblemNote error={error} />}
    </>
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
