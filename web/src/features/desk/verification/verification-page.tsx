import type { OrganisationRecord } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { Facts } from '../../../ui/facts.tsx'
import { day, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { VERIFICATION_TONE } from '../../registry/tones.ts'
import { desk, useDeskChanged, useOwns, useRecord } from '../queries.ts'
import { DocumentLinks } from './document-links.tsx'
import { VerificationForm } from './verification-form.tsx'

/** Verification: documents handed in, each round with its decision and reason. */
export function VerificationPage() {
  const { t } = useTranslation('desk')
  return (
    <Page title={t('rooms.verification')} lead={t('verification.lead')}>
      <Answer of={useRecord()}>{(organisation) => <Rounds organisation={organisation} />}</Answer>
    </Page>
  )
}

function Rounds({ organisation: { id, verifiedOn, verifications } }: { organisation: OrganisationRecord }) {
  const { t } = useTranslation('desk')
  const owns = useOwns()
  const latest = [...verifications].sort((a, b) => b.round - a.round)
  const waiting = latest[0]?.status === 'submitted'
  return (
    <>
      {verifiedOn && <p className="note good">{t('verification.verified', { day: day(verifiedOn) })}</p>}
      {!verifiedOn && !waiting && owns && (
        <Card title={t(latest.length ? 'verification.again' : 'verification.submit')}>
          <VerificationForm />
        </Card>
      )}
      {!verifiedOn && !waiting && !owns && <p className="note">{t('verification.ownerOnly')}</p>}
      {latest.map((round) => (
        <Round key={round.id} organisationId={id} round={round} />
      ))}
    </>
  )
}

interface RoundProps {
  organisationId: string
  round: OrganisationRecord['verifications'][number]
}

function Round({ organisationId, round }: RoundProps) {
  const { t } = useTranslation(['desk', 'registry'])
  const changed = useDeskChanged()
  const owns = useOwns()
  const withdraw = async () => {
    const params = { organisationId, verificationId: round.id }
    await desk.withdrawVerification({ params, body: { version: round.version } })
    await changed()
  }
  return (
    <Card title={t('verification.round', { round: round.round })}>
      <div className="stack">
        <Facts
          of={[
            [
              t('verification.state'),
              <Status key="status" tone={VERIFICATION_TONE[round.status]}>
                {t(`registry:verificationStatus.${round.status}`)}
              </Status>,
            ],
            [t('verification.submittedAt'), instant(round.submittedAt)],
            [t('verification.decidedAt'), round.decidedAt && instant(round.decidedAt)],
            [t('verification.reason'), round.reason],
            [t('verification.statement'), round.statement],
            [
              t('verification.documents'),
              <DocumentLinks key="documents" organisationId={organisationId} documents={round.documents} />,
            ],
          ]}
        />
        {round.status === 'submitted' && owns && (
          <div>
            <Confirm action={t('verification.withdraw')} onConfirm={withdraw}>
              {t('verification.withdrawText')}
            </Confirm>
          </div>
        )}
      </div>
    </Card>
  )
}
