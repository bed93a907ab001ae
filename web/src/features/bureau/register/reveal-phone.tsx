import { registryRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { bureau } from '../queries.ts'

interface RevealPhoneProps {
  organisationId: string
  masked: string
}

/** A masked phone; seeing it in full takes a reason, which is kept. */
export function RevealPhone({ organisationId, masked }: RevealPhoneProps) {
  const { t } = useTranslation('bureau')
  const [asking, setAsking] = useState(false)
  const [phone, setPhone] = useState<string | null>(null)
  const form = useForm({
    route: registryRoutes.revealPhone,
    initial: { reason: '' },
    send: async (body) => {
      const answer = await bureau.revealPhone({ params: { organisationId }, body })
      setPhone(answer.phone)
      setAsking(false)
    },
  })
  return (
    <span className="row">
      <span className="number">{phone ?? masked}</span>
      {phone === null && (
        <Button kind="bare" onClick={() => setAsking(true)}>
          {t('phone.show')}
        </Button>
      )}
      {asking && (
        <Dialog title={t('phone.show')} onClose={() => setAsking(false)}>
          <Form form={form} action={t('phone.show')}>
            <TextField name="reason" label={t('phone.reason')} hint={t('phone.hint')} maxLength={200} />
          </Form>
        </Dialog>
      )}
    </span>
  )
}
