import { accountsRoutes, CONSENT_PURPOSES } from '@renshu/contracts'
import { useState } from 'react'
import { useTranslation } from 'react-i18next'
import { accounts } from '../../../app/accounts.ts'
import { Card } from '../../../ui/card.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { notify } from '../../../ui/notices.tsx'
import { OrganisationField } from '../../registry/organisation-field.tsx'
import { useMeChanged } from './queries.ts'

/** The words under `consents.text`: who agreed to others before is asked again. */
const TEXT_VERSION = '2026-11'

/** Agrees to one purpose and one recipient: the bureau, the platform, or an organisation of the directory. */
export function GiveConsent() {
  const { t } = useTranslation('me')
  const changed = useMeChanged()
  const [toOrganisation, setToOrganisation] = useState(false)
  const form = useForm({
    route: accountsRoutes.giveConsent,
    initial: { purpose: '', recipient: '' },
    given: { textVersion: TEXT_VERSION },
    send: async (body) => {
      await accounts.giveConsent({ body })
      form.reset()
      await changed()
      notify(t('consents.given'))
    },
  })
  const choose = (organisation: boolean) => {
    setToOrganisation(organisation)
    form.set('recipient', '')
  }
  return (
    <Card title={t('consents.give')}>
      <Form form={form} action={t('consents.give')}>
        <ChoiceField
          name="purpose"
          label={t('consents.purpose')}
          choices={CONSENT_PURPOSES.map((value) => ({ value, label: t(`consents.for.${value}`) }))}
        />
        <label className="check">
          <input type="checkbox" checked={toOrganisation} onChange={(event) => choose(event.target.checked)} />
          {t('consents.toOrganisation')}
        </label>
        {toOrganisation ? (
          <OrganisationField name="recipient" label={t('consents.recipient')} except="" />
        ) : (
          <ChoiceField
            name="recipient"
            label={t('consents.recipient')}
            choices={(['platform', 'bureau'] as const).map((value) => ({ value, label: t(`consents.${value}`) }))}
          />
        )}
        <p className="small quiet">{t('consents.text')}</p>
      </Form>
    </Card>
  )
}
