import type { OrganisationRecord } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../../ui/state/answer.tsx'
import { Card } from '../../../ui/card.tsx'
import { day, instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Status } from '../../../ui/status.tsx'
import { BranchTable } from '../../registry/branch-table.tsx'
import { Complaints } from '../../registry/outcomes/complaints.tsx'
import { LicenceTable } from '../../registry/licence-table.tsx'
import { ProfileFacts } from '../../registry/profile-facts.tsx'
import { Reports } from '../../registry/outcomes/reports.tsx'
import { StandingOnDay } from '../../registry/standing-on-day.tsx'
import { VERIFICATION_TONE } from '../../registry/tones.ts'
import { bureau } from '../queries.ts'
import { RecordActions } from '../record/record-actions.tsx'
import { RevealPhone } from './reveal-phone.tsx'

const route = getRouteApi('/bureau/organisations/$organisationId')

/** Everything the bureau holds about an organisation, and its standing on any day. */
export function OrganisationPage() {
  const { t } = useTranslation('bureau')
  const { organisationId } = route.useParams()
  const query = useQuery({
    queryKey: ['bureau', 'organisation', organisationId],
    queryFn: () => bureau.bureauRecord({ params: { organisationId } }),
  })
  return (
    <Answer of={query} title={t('rooms./bureau/organisations')}>
      {(organisation) => <Organisation organisation={organisation} />}
    </Answer>
  )
}

function Organisation({ organisation }: { organisation: OrganisationRecord }) {
  const { t } = useTranslation(['bureau', 'desk', 'registry', 'ledger'])
  const { id, name, kind, phone, legalRepresentative, contactName, licences, branches, closedOn } = organisation
  return (
    <Page title={name} lead={t(`registry:kind.${kind}`)} actions={<RecordActions of={organisation} />}>
      {closedOn && <p className="note warn">{t('register.closedOn', { day: day(closedOn) })}</p>}
      <div className="split">
        <Card title={t('registry:profile.facts')}>
          <ProfileFacts
            of={organisation}
            more={[
              [t('desk:register.legalRepresentative'), legalRepresentative],
              [t('desk:register.contactName'), contactName],
              [t('desk:register.phone'), phone && <RevealPhone key="phone" organisationId={id} masked={phone} />],
            ]}
          />
        </Card>
        <Card title={t('rooms./bureau/verifications')}>
          <Rounds of={organisation.verifications} />
          <p>
            <Link to="/bureau/ledger" search={{ organisationId: id }}>
              {t('ledger:entries.title')}
            </Link>
          </p>
        </Card>
      </div>
      {kind === 'agency' && (
        <Card title={t('registry:profile.licences')}>
          <LicenceTable licences={licences} />
        </Card>
      )}
      {branches.length > 0 && (
        <Card title={t('registry:profile.branches')}>
          <BranchTable branches={branches} />
        </Card>
      )}
      <Complaints of={organisation.complaints} isOffice />
      <Reports of={organisation.reports} />
      <h2>{t('registry:standing.history')}</h2>
      <StandingOnDay
        of={['bureau', id]}
        ask={(query) => bureau.bureauStanding({ params: { organisationId: id }, query })}
      />
    </Page>
  )
}

/** Each application for verification, the latest first. */
function Rounds({ of: rounds }: { of: OrganisationRecord['verifications'] }) {
  const { t } = useTranslation(['desk', 'registry'])
  return (
    <ul className="plain stack">
      {[...rounds]
        .sort((a, b) => b.round - a.round)
        .map(({ id, round, status, submittedAt, reason }) => (
          <li key={id}>
            <span className="row">
              <Link to="/bureau/verifications/$verificationId" params={{ verificationId: id }}>
                {t('verification.round', { round })}
              </Link>
              <Status tone={VERIFICATION_TONE[status]}>{t(`registry:verificationStatus.${status}`)}</Status>
              <span className="small quiet">{instant(submittedAt)}</span>
            </span>
            {reason && <p className="small">{reason}</p>}
          </li>
        ))}
    </ul>
  )
}
