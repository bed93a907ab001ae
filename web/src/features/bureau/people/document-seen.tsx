import { accountsRoutes, type FoundPerson } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Button } from '../../../ui/button.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day, dayOf } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'

/** Whether somebody's card was seen at a counter; who was recorded by it and has a phone by now is given it here. */
export function DocumentSeen({ of: person }: { of: FoundPerson }) {
  const { t } = useTranslation('bureau')
  const [given, setGiven] = useState(false)
  if (!person.documentSeenAt) return <span className="quiet">{t('people.unseen')}</span>
  return (
    <span className="row">
      <span>{t('people.seen', { day: day(dayOf(new Date(person.documentSeenAt))) })}</span>
      {!person.phone && !given && (
        <DialogButton kind="bare" action={t('people.givePhone')}>
          {(close) => <GivePhone to={person} onGiven={() => (setGiven(true), close())} />}
        </DialogButton>
      )}
    </span>
  )
}

function GivePhone({ to: { id: personId }, onGiven }: { to: FoundPerson; onGiven: () => void }) {
  const { t } = useTranslation('bureau')
  const [error, setError] = useState<Error | null>(null)
  const form = useForm({
    route: accountsRoutes.givePhone,
    initial: { phone: '', code: '' },
    send: async (body) => {
      await accounts.givePhone({ params: { personId }, body })
      notify(t('people.phoneGiven'))
      onGiven()
    },
  })
  const sendCode = () =>
    accounts.sendNewPhoneCode({ body: { phone: String(form.values['phone']) } }).then(
      () => notify(t('people.codeSent')),
      (thrown: Error) => setError(thrown),
    )
  return (
    <Form form={form} action={t('people.givePhone')}>
      <p>{t('people.givePhoneText')}</p>
      <TextField name="phone" label={t('people.phone')} type="tel" inputMode="numeric" maxLength={11} />
      <div>
        <Button onClick={() => void sendCode()}>{t('people.sendCode')}</Button>
      </div>
      {error && <ProblemNote error={error} />}
      <TextField name="code" label={t('people.code')} inputMode="numeric" maxLength={6} />
    </Form>
  )
}
