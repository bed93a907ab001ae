import { registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { FilesField } from '../../../ui/form/fields/files-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { useChoices } from '../../registry/choices.ts'
import { desk, useDeskChanged, useOrganisationId } from '../queries.ts'

export function LicenceForm() {
  const { t } = useTranslation(['desk', 'registry'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const choices = useChoices()
  const form = useForm({
    route: registryRoutes.proposeLicence,
    initial: { kind: '', number: '', covers: [], issuedBy: '', validFrom: '', validUntil: '', documentId: '' },
    draft: `licence.${organisationId}`,
    send: async (body) => {
      await desk.proposeLicence({ params: { organisationId }, body })
      form.reset()
      form.set('documentId', '')
      await changed()
      notify(t('licences.proposed'))
    },
  })
  const upload = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    desk.upload({ params: { organisationId }, query: { name }, bytes })
  return (
    <Form form={form} action={t('licences.go')}>
      <ChoiceField name="kind" label={t('registry:directory.kind')} choices={choices.licenceKinds} />
      <TextField name="number" label={t('registry:profile.number')} maxLength={60} />
      <ChecksField name="covers" label={t('registry:profile.covers')} choices={choices.businessTypes} />
      <TextField name="issuedBy" label={t('registry:profile.issuedBy')} maxLength={80} />
      <TextField name="validFrom" label={t('licences.validFrom')} type="date" />
      <TextField name="validUntil" label={t('licences.validUntil')} type="date" hint={t('licences.untilHint')} />
      <FilesField name="documentId" label={t('licences.document')} upload={upload} single />
    </Form>
  )
}
