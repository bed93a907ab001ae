import { type OrganisationRecord, registryRoutes } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { ChecksField } from '../../ui/form/fields/checks-field.tsx'
import { ChoiceField } from '../../ui/form/fields/choice-field.tsx'
import { Form } from '../../ui/form/form.tsx'
import { LongTextField } from '../../ui/form/fields/long-text-field.tsx'
import { TextField } from '../../ui/form/fields/text-field.tsx'
import { useForm } from '../../ui/form/use-form.ts'
import { notify } from '../../ui/notices.tsx'
import { Page } from '../../ui/page.tsx'
import { useChoices } from '../registry/choices.ts'
import { desk, useDeskChanged, useRecord } from './queries.ts'

/** What the organisation says about itself. */
export function DescriptionPage() {
  const { t } = useTranslation('desk')
  return (
    <Page title={t('rooms.description')} lead={t('description.lead')}>
      <Answer of={useRecord()}>
        {(organisation) => (
          <Card>
            <Describe key={organisation.version} organisation={organisation} />
          </Card>
        )}
      </Answer>
    </Page>
  )
}

const fieldsOf = (organisation: OrganisationRecord) => {
  const { version, address, description, kind, businessTypes } = organisation
  const { size, industry, website, foundedOn, contactName, legalRepresentative } = organisation
  return {
    version,
    address,
    description,
    size: size ?? '',
    industry: industry ?? '',
    website: website ?? '',
    foundedOn: foundedOn ?? '',
    contactName: contactName ?? '',
    legalRepresentative: legalRepresentative ?? '',
    ...(kind === 'agency' && { businessTypes }),
  }
}

function Describe({ organisation }: { organisation: OrganisationRecord }) {
  const { t } = useTranslation(['desk', 'registry', 'ui'])
  const changed = useDeskChanged()
  const choices = useChoices()
  const { id, kind, version } = organisation
  const form = useForm({
    route: registryRoutes.describe,
    initial: fieldsOf(organisation),
    required: ['address'],
    draft: `description.${id}.${version}`,
    send: async (body) => {
      await desk.describe({ params: { organisationId: id }, body })
      await changed()
      notify(t('ui:form.saved'))
    },
  })
  return (
    <Form form={form} action={t('ui:form.save')}>
      <TextField name="address" label={t('register.address')} maxLength={200} />
      {kind === 'agency' && (
        <ChecksField
          name="businessTypes"
          label={t('registry:directory.businessType')}
          choices={choices.businessTypes}
        />
      )}
      <ChoiceField name="size" label={t('registry:profile.size')} choices={choices.sizes} />
      <TextField
        name="industry"
        label={t('registry:profile.industry')}
        hint={t('description.industryHint')}
        maxLength={4}
      />
      <TextField name="foundedOn" label={t('registry:profile.founded')} type="date" />
      <TextField name="website" label={t('registry:profile.website')} type="url" maxLength={300} />
      <TextField name="legalRepresentative" label={t('register.legalRepresentative')} maxLength={40} />
      <TextField name="contactName" label={t('register.contactName')} maxLength={40} />
      <LongTextField name="description" label={t('registry:profile.about')} rows={8} />
    </Form>
  )
}
