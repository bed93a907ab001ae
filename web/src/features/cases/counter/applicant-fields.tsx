import { type CounterApplicant, ProblemError } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Fold } from '../../../ui/fold.tsx'
import { CheckField } from '../../../ui/form/fields/check-field.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { RadioField } from '../../../ui/form/fields/radio-field.tsx'
import { TextField } from '../../../ui/form/fields/text-field.tsx'
import { useFormState } from '../../../ui/form/form.tsx'
import { OrganisationField } from '../../registry/organisation-field.tsx'

/** The words under `counter.paperText`: who signed others before signs again. */
const CONSENT = 'counter-2026-11'

type Values = Record<string, unknown>
const text = (value: unknown): string => String(value ?? '').trim()

/** What has to be filled in of who stands there. */
export function neededOf(kind: unknown, { way }: Values): string[] {
  if (kind === 'organisation') return ['organisationId']
  return way === 'document' ? ['residentId', 'name', 'signed'] : ['phone', 'name']
}

export function applicantOf(kind: unknown, values: Values): CounterApplicant {
  if (kind === 'organisation') return { organisationId: text(values['organisationId']) }
  const name = text(values['name'])
  if (values['way'] !== 'document') return { phone: text(values['phone']), name }
  const account = values['account'] as 'own' | 'another' | ''
  return { residentId: text(values['residentId']).toUpperCase(), name, consent: CONSENT, ...(account && { account }) }
}

/** A person by phone, or by the identity card where there is none; an organisation of the register. */
export function ApplicantFields({ kind, either }: { kind: string; either: boolean }) {
  const { t } = useTranslation(['office', 'services'])
  const { values } = useFormState()
  return (
    <>
      {either && (
        <ChoiceField
          name="kind"
          label={t('task.applicant')}
          choices={(['person', 'organisation'] as const).map((value) => ({ value, label: t(`services:who.${value}`) }))}
        />
      )}
      {kind === 'organisation' ? (
        <OrganisationField
          key={String(values['service'])}
          name="organisationId"
          label={t('counter.organisation')}
          except=""
        />
      ) : (
        <Person />
      )}
    </>
  )
}

function Person() {
  const { t } = useTranslation('office')
  const { values } = useFormState()
  return (
    <>
      <RadioField
        name="way"
        label={t('counter.way')}
        choices={[
          { value: 'phone', label: t('counter.byPhone'), text: t('counter.byPhoneText') },
          { value: 'document', label: t('counter.byDocument'), text: t('counter.byDocumentText') },
        ]}
      />
      {values['way'] === 'document' ? (
        <ByDocument />
      ) : (
        <>
          <TextField
            name="phone"
            label={t('counter.phone')}
            hint={t('counter.phoneHint')}
            type="tel"
            inputMode="numeric"
          />
          <TextField name="name" label={t('counter.name')} maxLength={40} />
        </>
      )}
    </>
  )
}

function ByDocument() {
  const { t } = useTranslation('office')
  const { error, values } = useFormState()
  const isUnchecked = error instanceof ProblemError && error.problem.code === 'cases.documentUnchecked'
  return (
    <>
      <TextField name="residentId" label={t('counter.residentId')} hint={t('counter.residentIdHint')} maxLength={18} />
      <TextField name="name" label={t('counter.nameOnCard')} maxLength={40} />
      {(isUnchecked || values['account']) && (
        <RadioField
          name="account"
          label={t('counter.account')}
          choices={[
            { value: 'own', label: t('counter.own'), text: t('counter.ownText') },
            { value: 'another', label: t('counter.anotherAccount'), text: t('counter.anotherText') },
          ]}
        />
      )}
      <Fold title={t('counter.paper')}>
        <p>{t('counter.paperText')}</p>
        <p className="small quiet">{t('counter.paperHint')}</p>
      </Fold>
      <CheckField name="signed" label={t('counter.signed')} />
    </>
  )
}
