import { registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { FilesField } from '../../../ui/form/fields/files-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { desk, useDeskChanged, useOrganisationId } from '../queries.ts'

/** Documents and a statement for the bureau. Uploaded documents stay in the draft until it is handed in. */
export function VerificationForm() {
  const { t } = useTranslation('desk')
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: registryRoutes.submitVerification,
    initial: { documents: [], statement: '' },
    draft: `verification.${organisationId}`,
    send: async ({ documents, statement }) => {
      await desk.submitVerification({
        params: { organisationId },
        body: { documents, ...(statement && { statement }) },
      })
      await changed()
      notify(t('verification.submitted'))
    },
  })
  const upload = (name: string, bytes: Uint8Array<ArrayBuffer>) =>
    desk.upload({ params: { organisationId }, query: { name }, bytes })
  return (
    <Form form={form} action={t('verification.go')}>
      <FilesField
        name="documents"
        label={t('verification.documents')}
        hint={t('verification.documentsHint')}
        upload={upload}
      />
      <LongTextField name="statement" label={t('verification.statement')} hint={t('verification.statementHint')} />
    </Form>
  )
}
