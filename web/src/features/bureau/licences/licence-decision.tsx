import { addressOf, registryRoutes, type WaitingLicence } from '@renshu/contracts'
import { useQueryClient } from '@tanstack/react-query'
import { useTranslation } from 'react-i18next'
import { Dialog } from '../../../ui/dialog/dialog.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { ChoiceField } from '../../../ui/form/fields/choice-field.tsx'
import { Form } from '../../../ui/form/form.tsx'
import { LongTextField } from '../../../ui/form/fields/long-text-field.tsx'
import { useForm } from '../../../ui/form/use-form.ts'
import { day } from '../../../ui/format.ts'
import { notify } from '../../../ui/notices.tsx'
import { BusinessTypes } from '../../registry/business-types.tsx'
import { OrganisationName } from '../../registry/organisation-name.tsx'
import { bureau } from '../queries.ts'

interface LicenceDecisionProps {
  licence: ReturnType<typeof WaitingLicence.parse>
  onClose: () => void
}

/** One paper as the agency wrote it, and the officer's word on it. */
export function LicenceDecision({ licence, onClose }: LicenceDecisionProps) {
  const { t } = useTranslation(['bureau', 'registry'])
  const { id, documentId, kind, number, covers, issuedBy, validFrom, validUntil, organisationId } = licence
  const until = validUntil ? day(validUntil) : t('registry:profile.noEnd')
  return (
    <Dialog title={licence.name} onClose={onClose}>
      <div className="stack">
        <Facts
          of={[
            [t('registry:directory.name'), <OrganisationName key="name" id={organisationId} />],
            [t('registry:directory.kind'), t(`registry:licenceKind.${kind}`)],
            [t('registry:profile.number'), number],
            [t('registry:profile.covers'), <BusinessTypes key="covers" of={covers} />],
            [t('registry:profile.issuedBy'), issuedBy],
            [t('licences.document'), documentId ? <Scan key="scan" of={id} /> : t('licences.noDocument')],
            [t('registry:profile.valid'), t('registry:profile.fromTo', { from: day(validFrom), until })],
          ]}
        />
        <Decide licence={licence} onClose={onClose} />
      </div>
    </Dialog>
  )
}

/** The paper itself, as the agency uploaded it. */
function Scan({ of: licenceId }: { of: string }) {
  const { t } = useTranslation('bureau')
  return (
    <a href={addressOf(registryRoutes.licenceDocument, { params: { licenceId } })} download>
      {t('licences.openDocument')}
    </a>
  )
}

function Decide({ licence: { id, version }, onClose }: LicenceDecisionProps) {
  const { t } = useTranslation('bureau')
  const client = useQueryClient()
  const form = useForm({
    route: registryRoutes.decideLicence,
    initial: { decision: '', reason: '', version },
    required: ({ decision }) => (decision === 'refused' ? ['reason'] : []),
    draft: `licenceDecision.${id}.${version}`,
    send: async (body) => {
      await bureau.decideLicence({ params: { licenceId: id }, body })
      await client.invalidateQueries()
      notify(t('decision.done'))
      onClose()
    },
  })
  return (
    <Form form={form} action={t('decision.go')}>
      <ChoiceField
        name="decision"
        label={t('decision.decision')}
        choices={[
          { value: 'accepted', label: t('licences.confirmed') },
          { value: 'refused', label: t('licences.refused') },
        ]}
      />
      <LongTextField name="reason" label={t('decision.reason')} hint={t('decision.reasonHint')} />
    </Form>
  )
}
