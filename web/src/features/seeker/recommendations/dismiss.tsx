import { DismissReason, matchRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { DialogButton } from '../../../ui/dialog/dialog.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { ProblemNote } from '../../../ui/state/problem-note.tsx'
import { seeker } from '../queries.ts'

/** Not interested, with the reason: like postings stand lower for it. */
export function Dismiss({ jobId, onDone }: { jobId: string; onDone: () => void }) {
  const { t } = useTranslation('seeker')
  return (
    <DialogButton action={t('dismiss.action')} kind="bare">
      {(close) => (
        <DismissForm
          jobId={jobId}
          onDone={() => {
            close()
            onDone()
          }}
        />
      )}
    </DialogButton>
  )
}

function DismissForm({ jobId, onDone }: { jobId: string; onDone: () => void }) {
  const { t } = useTranslation(['seeker', 'work'])
  const form = useForm({
    route: matchRoutes.dismiss,
    initial: { reason: '', note: '' },
    send: async (body) => {
      await seeker.dismiss({ params: { jobId }, body })
      onDone()
    },
  })
  return (
    <Form form={form} action={t('dismiss.action')}>
      <ChoiceField
        name="reason"
        label={t('dismiss.reason')}
        hint={t('dismiss.hint')}
        choices={DismissReason.options.map((value) => ({ value, label: t(`work:dismissal.${value}`) }))}
      />
      <TextField name="note" label={t('dismiss.note')} maxLength={200} />
    </Form>
  )
}

/** Stands where the posting stood, so that a slip of the finger can be taken back. */
export function Dismissed({ jobId, title, onUndone }: { jobId: string; title: string; onUndone: () => void }) {
  const { t } = useTranslation('seeker')
  const [error, setError] = useState<Error | null>(null)
  const undo = () =>
    seeker.undismiss({ params: { jobId } }).then(onUndone, (thrown: unknown) => setError(thrown as Error))
  return (
    <div className="card row">
      <span className="quiet">{t('dismiss.done', { title })}</span>
      <Button kind="bare" onClick={() => void undo()}>
        {t('dismiss.undo')}
      </Button>
      {error && <ProblemNote error={error} />}
    </div>
  )
}
