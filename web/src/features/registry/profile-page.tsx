import { useQuery } from '@tanstack/react-query'
import { getRouteApi } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Answer } from '../../ui/state/answer.tsx'
import { Card } from '../../ui/card.tsx'
import { Page } from '../../ui/page.tsx'
import { BranchTable } from './branch-table.tsx'
import { Complaints } from './outcomes/complaints.tsx'
import { registry } from './directory/directory.ts'
import { Hiring } from './hiring/open-postings.tsx'
import { LicenceTable } from './licence-table.tsx'
import { ProfileFacts } from './profile-facts.tsx'
import { StandingCard } from './standing-card.tsx'

const route = getRouteApi('/organisations/$organisationId')
/** Who posts: schools and parks have a page of their own kind. */
const HIRES: ReadonlySet<string> = new Set(['employer', 'agency'])

/** The public page of an organisation: who it is, whether it may act, and on which paper. */
export function ProfilePage() {
  const { t } = useTranslation('registry')
  const { organisationId } = route.useParams()
  const query = useQuery({
    queryKey: ['organisation', organisationId],
    queryFn: () => registry.profile({ params: { organisationId } }),
  })
  return (
    <Answer of={query}>
      {(organisation) => (
        <Page title={organisation.name} lead={t(`kind.${organisation.kind}`)}>
          <div className="split">
            <Card title={t('profile.facts')}>
              <ProfileFacts of={organisation} />
            </Card>
            <StandingCard standing={organisation.standing} />
          </div>
          <Complaints of={organisation.complaints} />
          {HIRES.has(organisation.kind) && <Hiring organisationId={organisationId} />}
          {organisation.kind === 'agency' && (
            <Card title={t('profile.licences')}>
              <LicenceTable licences={organisation.licences} />
            </Card>
          )}
          {organisation.branches.length > 0 && (
            <Card title={t('profile.branches')}>
              <BranchTable branches={organisation.branches} />
            </Card>
          )}
        </Page>
      )}
    </Answer>
  )
}
