import { registryRoutes } from '@renshu/contracts'
import { useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { SignedInOnly } from '../../app/layout/guards.tsx'
import { useSignedIn } from '../../app/session.ts'
import { Card } from '../../ui/card.tsx'
import { ChecksField } from '../../ui/form/fields/checks-field.tsx'
import { ChoiceField } from '../../ui/form/fields/choice-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { Page } from '../../ui/page.tsx'
import { useChoices } from '../registry/choices.ts'
import { IdentityFields } from './identity-fields.tsx'
import { desk } from './queries.ts'

export function RegisterPage() {
  const { t } = useTranslation('desk')
  return (
    <SignedInOnly>
      <Page title={t('register.title')} lead={t('register.lead')}>
        <Card>
          <Register />
        </Card>
      </Page>
    </SignedInOnly>
  )
}

const EMPTY = {
  kind: '',
  name: '',
  creditCode: '',
  district: '',
  address: '',
  size: '',
  contactName: '',
  phone: '',
  legalRepresentative: '',
  businessTypes: [],
}

function Register() {
  const { t } = useTranslation(['desk', 'registry', 'ui'])
  const navigate = useNavigate()
  const changed = useSignedIn()
  const choices = useChoices()
  const form = useForm({
    route: registryRoutes.register,
    initial: EMPTY,
    draft: 'register',
    send: async (body) => {
      const businessTypes = body.kind === 'agency' ? body.businessTypes : []
      const { id } = await desk.register({ body: { ...body, ...(businessTypes && { businessTypes }) } })
      await changed()
      await navigate({ to: '/desk/$organisationId/verification', params: { organisationId: id } })
    },
  })
  return (
    <Form form={form} action={t('register.go')}>
      <ChoiceField name="kind" label={t('registry:directory.kind')} choices={choices.kinds} />
      <IdentityFields />
      {form.values['kind'] === 'agency' && (
        <ChecksField
          name="businessTypes"
          label={t('registry:directory.businessType')}
          hint={t('register.businessTypesHint')}
          choices={choices.businessTypes}
        />
      )}
      <ChoiceField name="size" label={t('registry:profile.size')} choices={choices.sizes} />
      <TextField name="legalRepresentative" label={t('register.legalRepresentative')} maxLength={40} />
      <TextField name="contactName" label={t('register.contactName')} maxLength={40} />
      <TextField name="phone" label={t('register.phone')} type="tel" hint={t('register.phoneHint')} maxLength={20} />
      <p className="small quiet">{t('ui:form.kept')}</p>
    </Form>
  )
}
