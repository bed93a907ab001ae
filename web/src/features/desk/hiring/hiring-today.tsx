import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { useOrganisationId } from '../queries.ts'
import { hiring, jobs } from './queries.ts'

/** What of hiring waits today: postings that are shown, people on the way, answers that are late. */
export function HiringToday() {
  const params = { organisationId: useOrganisationId() }
  const query = useQuery({
    queryKey: ['desk', params.organisationId, 'today'],
    queryFn: async () => {
      const [open, processes, overdue, followUps] = await Promise.all([
        jobs.ownJobs({ params, query: { status: 'open', limit: 1 } }),
        hiring.processes({ params, query: { open: 'true', limit: 1 } }),
        hiring.processes({ params, query: { overdue: 'true', limit: 1 } }),
        hiring.processes({ params, query: { followUp: 'true', limit: 1 } }),
      ])
      return {
        open: open.total,
        processes: processes.total,
        overdue: overdue.total,
        followUps: followUps.total,
      }
    },
  })
  return <Answer of={query}>{(today) => <Tiles {...today} />}</Answer>
}

function Tiles({
  open,
  processes,
  overdue,
  followUps,
}: Record<'open' | 'processes' | 'overdue' | 'followUps', number>) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId() }
  return (
    <div className="tiles">
      <Figure
        label={t('today.open')}
        value={open}
        unit={t('today.postings')}
        definition={t('today.openText')}
        link={
          <Link to="/desk/$organisationId/jobs" params={params}>
            {t('today.toJobs')}
          </Link>
        }
      />
      <Figure
        label={t('today.processes')}
        value={processes}
        unit={t('jobs.people')}
        definition={t('today.processesText')}
        link={
          <Link to="/desk/$organisationId/processes" params={params}>
            {t('today.toProcesses')}
          </Link>
        }
      />
      <Figure
        label={t('jobs.overdue')}
        value={overdue}
        unit={t('jobs.people')}
        definition={t('jobs.overdueText')}
        link={
          <Link to="/desk/$organisationId/processes" params={params} search={{ shown: 'overdue' }}>
            {t('today.toOverdue')}
          </Link>
        }
      />
      {followUps > 0 && <FollowUpsDue count={followUps} />}
    </div>
  )
}

/** Of people the agency keeps; other organisations have none. */
function FollowUpsDue({ count }: { count: number }) {
  const { t } = useTranslation('hiring')
  const params = { organisationId: useOrganisationId() }
  return (
    <Figure
      label={t('today.followUps')}
      value={count}
      unit={t('jobs.people')}
      definition={t('today.followUpsText')}
      link={
        <Link to="/desk/$organisationId/processes" params={params} search={{ shown: 'followUp' }}>
          {t('today.toFollowUps')}
        </Link>
      }
    />
  )
}
