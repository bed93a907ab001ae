import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { ButtonLink } from '../../ui/button.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { Complaints } from '../registry/outcomes/complaints.tsx'
import { ProfileFacts } from '../registry/profile-facts.tsx'
import { Reports } from '../registry/outcomes/reports.tsx'
import { StandingCard } from '../registry/standing-card.tsx'
import { EntitlementNote } from '../policy/own/entitlements/entitlement-note.tsx'
import { EndingNotes } from './ending-notes.tsx'
import { HiringToday } from './hiring/hiring-today.tsx'
import { OfferNote } from './mandates/offer-note.tsx'
import { isOpen, usePurposes } from './mandates/purposes.ts'
import { useOrganisationId, useRecord } from './queries.ts'

/** The first page of a desk: may we act, what is asked of us, who we are. */
export function DeskPage() {
  const { t } = useTranslation(['desk', 'registry', 'ui'])
  const params = { organisationId: useOrganisationId() }
  const purposes = usePurposes()
  return (
    <Answer of={useRecord()} title={t('ui:nav.desk')}>
      {(organisation) => {
        const waiting = organisation.verifications.some(({ status }) => status === 'submitted')
        return (
          <Page title={organisation.name} lead={t(`registry:kind.${organisation.kind}`)}>
            {!organisation.verifiedOn && (
              <div className="note warn row">
                <span>{t(waiting ? 'home.waiting' : 'home.unverified')}</span>
                <ButtonLink
                  kind={waiting ? 'plain' : 'primary'}
                  to="/desk/$organisationId/verification"
                  params={params}
                >
                  {t(waiting ? 'home.seeVerification' : 'home.verify')}
                </ButtonLink>
              </div>
            )}
            {isOpen('policies', purposes) && <EntitlementNote owner={{ kind: 'organisation', ...params }} />}
            <EndingNotes of={organisation.ending} />
            {isOpen('mandates', purposes) && <OfferNote />}
            {isOpen('processes', purposes) && <HiringToday />}
            <div className="split">
              <Card title={t('registry:profile.facts')}>
                <ProfileFacts of={organisation} />
              </Card>
              <StandingCard standing={organisation.standing} />
            </div>
            <Complaints of={organisation.complaints} />
            <Reports of={organisation.reports} />
          </Page>
        )
      }}
    </Answer>
  )
}
