import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../ui/button.tsx'
import { Dialog } from '../../ui/dialog/dialog.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'
import type { FormState } from '../../ui/form/use-form.ts'

interface RevealProps {
  masked: string
  /** The value in full once it was given. */
  full: string | null
  /** Asks for it with a `reason`. */
  form: FormState
  action: string
  hint: string
}

/** A masked value; seeing it in full takes a reason, which is kept. */
export function Reveal({ masked, full, form, action, hint }: RevealProps) {
  const { t } = useTranslation('bureau')
  const [asking, setAsking] = useState(false)
  return (
    <span className="row">
      <span className="number">{full ?? masked}</span>
      {full === null && (
        <Button kind="bare" onClick={() => setAsking(true)}>
          {action}
        </Button>
      )}
      {full === null && asking && (
        <Dialog title={action} onClose={() => setAsking(false)}>
          <Form form={form} action={action}>
            <TextField name="reason" label={t('phone.reason')} hint={hint} maxLength={200} />
          </Form>
        </Dialog>
      )}
    </span>
  )
}
