import type { VerificationFile } from '@renshu/contracts'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { LicenceTable } from '../../registry/licence-table.tsx'
import { ProfileFacts } from '../../registry/profile-facts.tsx'
import { StandingCard } from '../../registry/standing-card.tsx'
import { VERIFICATION_TONE } from '../../registry/tones.ts'
import { Checks } from './checks.tsx'
import { Decision } from './decision.tsx'
import { Due } from './due.tsx'
import { RevealPhone } from '../register/reveal-phone.tsx'
import { VerificationDocuments } from './verification-documents.tsx'
import { useVerification } from '../queries.ts'

type File = ReturnType<typeof VerificationFile.parse>
const route = getRouteApi('/bureau/verifications/$verificationId')

/** One application with everything needed to decide, on one screen. */
export function VerificationPage() {
  const { verificationId } = route.useParams()
  return <Answer of={useVerification(verificationId)}>{(file) => <OneFile file={file} />}</Answer>
}

function OneFile({ file }: { file: File }) {
  const { t } = useTranslation(['bureau', 'desk', 'registry'])
  const { verification, organisation, checks, mayDecide } = file
  return (
    <Page title={organisation.name} lead={t('file.lead', { round: verification.round })}>
      <div className="split">
        <div className="stack">
          <Application file={file} />
          <Checks of={checks} />
          <Card title={t('registry:profile.facts')}>
            <ProfileFacts
              of={organisation}
              more={[
                [t('desk:register.legalRepresentative'), organisation.legalRepresentative],
                [t('desk:register.contactName'), organisation.contactName],
                [
                  t('desk:register.phone'),
                  organisation.phone && (
                    <RevealPhone key="phone" organisationId={organisation.id} masked={organisation.phone} />
                  ),
                ],
              ]}
            />
          </Card>
          {organisation.kind === 'agency' && (
            <Card title={t('registry:profile.licences')}>
              <LicenceTable licences={organisation.licences} />
            </Card>
          )}
        </div>
        <div className="stack">
          <Decision verification={verification} mayDecide={mayDecide} />
          <StandingCard standing={organisation.standing} />
        </div>
      </div>
    </Page>
  )
}

function Application({ file: { verification, ...clock } }: { file: File }) {
  const { t } = useTranslation(['bureau', 'desk', 'registry'])
  return (
    <Card title={t('file.application')}>
      <Facts
        of={[
          [
            t('inbox.state'),
            <Status key="status" tone={VERIFICATION_TONE[verification.status]}>
              {t(`registry:verificationStatus.${verification.status}`)}
            </Status>,
          ],
          [t('desk:verification.submittedAt'), instant(verification.submittedAt)],
          [t('inbox.dueOn'), <Due key="due" {...clock} />],
          [t('desk:verification.statement'), verification.statement],
          [t('desk:verification.documents'), <VerificationDocuments key="documents" of={verification} />],
        ]}
      />
    </Card>
  )
}
