import type { TalentPage as Profile } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { getRouteApi, Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Card } from '../../../../ui/card.tsx'
import { day } from '../../../../ui/format.ts'
import { Page } from '../../../../ui/page.tsx'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Timeline } from '../../../../ui/timeline.tsx'
import { talents } from '../queries.ts'
import { InviteButton } from './invite-button.tsx'
import { TalentSummary } from './talent-summary.tsx'

const route = getRouteApi('/desk/$organisationId/talents/$talentId')

/** A profile. Opening it is a look that is recorded and that the person sees, so it is asked for once. */
export function TalentPage() {
  const { t } = useTranslation('hiring')
  const params = route.useParams()
  const query = useQuery({
    queryKey: ['looked', params.organisationId, params.talentId],
    queryFn: () => talents.talent({ params }),
    staleTime: Infinity,
  })
  return (
    <Answer of={query} title={t('talents.title')}>
      {(talent) => <Seen talent={talent} />}
    </Answer>
  )
}

function Seen({ talent }: { talent: Profile }) {
  const { t } = useTranslation('hiring')
  const { organisationId } = route.useParams()
  const { jobId } = route.useSearch()
  return (
    <Page
      title={talent.name}
      lead={t('talents.confirmedOn', { day: day(talent.confirmedOn) })}
      actions={<InviteButton talentId={talent.id} jobId={jobId} />}
    >
      <p className="note">{t('talents.seen')}</p>
      {talent.processes.map((processId) => (
        <Link key={processId} to="/desk/$organisationId/processes/$processId" params={{ organisationId, processId }}>
          {t('talents.process')}
        </Link>
      ))}
      <Card title={t('talents.profile')}>
        <TalentSummary of={talent} />
        {talent.summary && <p className="timeline-text">{talent.summary}</p>}
      </Card>
      {talent.history.length > 0 && (
        <Card title={t('talents.history')}>
          <Timeline
            of={talent.history.map(({ employer, title, from, until, text }, at) => ({
              id: String(at),
              title: [title, employer].filter(Boolean).join(' · '),
              about: `${from ?? ''} – ${until ?? t('talents.now')}`,
              text,
            }))}
          />
        </Card>
      )}
    </Page>
  )
}
