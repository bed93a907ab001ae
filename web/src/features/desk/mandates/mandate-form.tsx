import { accountsRoutes, MANDATE_PURPOSES } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ChecksField } from '../../../ui/form/fields/checks-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { OrganisationField } from '../../registry/organisation-field.tsx'
import { desk, useDeskChanged, useOrganisationId } from '../queries.ts'

/** Entrusts an agency of the directory with some of the organisation's business, until a day. */
export function MandateForm() {
  const { t } = useTranslation(['desk', 'me'])
  const organisationId = useOrganisationId()
  const changed = useDeskChanged()
  const form = useForm({
    route: accountsRoutes.giveMandate,
    initial: { agentId: '', purposes: ['recruiting'], from: '', until: '' },
    draft: `mandate.${organisationId}`,
    send: async (body) => {
      await desk.giveMandate({ params: { organisationId }, body })
      form.reset()
      await changed()
      notify(t('mandates.done'))
    },
  })
  return (
    <Form form={form} action={t('mandates.give')}>
      <OrganisationField
        name="agentId"
        label={t('mandates.agent')}
        hint={t('mandates.agentHint')}
        kind="agency"
        except={organisationId}
      />
      <ChecksField
        name="purposes"
        label={t('mandates.purposes')}
        choices={MANDATE_PURPOSES.map((value) => ({ value, label: t(`me:purpose.${value}`) }))}
      />
      <TextField name="from" label={t('mandates.from')} type="date" hint={t('mandates.fromHint')} />
      <TextField name="until" label={t('mandates.until')} type="date" hint={t('mandates.untilHint')} />
    </Form>
  )
}
