import { type Practitioner, registryRoutes } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '../../../ui/button.tsx'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { desk, useDeskChanged, useOrganisationId } from '../queries.ts'
import { PractitionerFields } from './practitioner-fields.tsx'

type Row = ReturnType<typeof Practitioner.parse>

/** Mends what is recorded of a practitioner, the last day included. */
export function PractitionerChange({ of: practitioner }: { of: Row }) {
  const { t } = useTranslation('desk')
  const [open, setOpen] = useState(false)
  return (
    <>
      <Button onClick={() => setOpen(true)}>{t('practitioners.change')}</Button>
      {open && (
        <Dialog title={t('practitioners.change')} onClose={() => setOpen(false)}>
          <Change of={practitioner} onDone={() => setOpen(false)} />
        </Dialog>
      )}
    </>
  )
}

function Change({
  of: { id, name, certificateNumber, fromOn, untilOn, version },
  onDone,
}: {
  of: Row
  onDone: () => void
}) {
  const { t } = useTranslation(['desk', 'ui'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: registryRoutes.changePractitioner,
    initial: { name, certificateNumber: certificateNumber ?? '', fromOn, untilOn: untilOn ?? '', version },
    send: async (body) => {
      await desk.changePractitioner({ params: { organisationId, practitionerId: id }, body })
      await changed()
      notify(t('ui:form.saved'))
      onDone()
    },
  })
  return (
    <Form form={form} action={t('ui:form.save')}>
      <PractitionerFields />
    </Form>
  )
}
