import { jobsFailures, type JobRecord, type Process, ProblemError, type TalentMatch } from '@renshu/contracts'
import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { instant } from '../../../../ui/format.ts'
import { Answer } from '../../../../ui/state/answer.tsx'
import { Empty } from '../../../../ui/state/empty.tsx'
import { useOrganisationId } from '../../queries.ts'
import { match } from '../queries.ts'
import { StageStatus } from '../processes/stage-status.tsx'
import { useProcessesWith } from '../processes/use-processes.ts'
import { InviteButton } from '../talents/invite-button.tsx'
import { TalentSummary } from '../talents/talent-summary.tsx'
import { FitReasons, percent } from './fit.tsx'

const MOST = 30
/** The index takes a posting up within a second of its publication; a busy machine may take longer. */
const TRIES = 15
const isTooEarly = (error: unknown): boolean =>
  error instanceof ProblemError && error.problem.code === jobsFailures.notListed.code

/** Who fits a posting, the best first, with reasons; then those to whom one thing is missing. */
export function Candidates({ job }: { job: JobRecord }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  const query = useQuery({
    queryKey: ['desk', organisationId, 'job', job.id, 'candidates'],
    queryFn: () => match.candidates({ params: { organisationId, jobId: job.id }, query: { limit: MOST } }),
    enabled: job.status === 'open',
    retry: (tries, error) => tries < (error instanceof ProblemError ? 0 : 2) || (tries < TRIES && isTooEarly(error)),
    retryDelay: 1000,
  })
  const { data } = query
  const shown = [...(data?.fits ?? []), ...(data?.near ?? [])].map(({ talent }) => talent.id)
  const begun = useProcessesWith(job.id, shown).data
  if (job.status !== 'open') return <Empty title={t('candidates.notOpen')} />
  return (
    <Answer of={query}>
      {({ fits, near, asOf }) =>
        fits.length + near.length ? (
          <>
            <p className="quiet small">{t('candidates.about', { at: instant(asOf) })}</p>
            <h2>{t(fits.length < MOST ? 'candidates.fits' : 'candidates.bestFits', { count: fits.length })}</h2>
            <Matches of={fits} begun={begun} jobId={job.id} none={t('candidates.noFits')} />
            {near.length > 0 && (
              <>
                <h2>{t('candidates.near', { count: near.length })}</h2>
                <Matches of={near} begun={begun} jobId={job.id} none="" />
              </>
            )}
          </>
        ) : (
          <Empty title={t('candidates.none')}>
            <p>{t('candidates.noneText')}</p>
          </Empty>
        )
      }
    </Answer>
  )
}

interface MatchesProps {
  of: readonly TalentMatch[]
  /** Processes of the posting, by talent. */
  begun: ReadonlyMap<string, Process> | undefined
  jobId: string
  none: string
}

function Matches({ of: matches, begun, jobId, none }: MatchesProps) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  if (!matches.length) return <p className="quiet">{none}</p>
  return (
    <ol className="plain matches">
      {matches.map((each) => (
        <li key={each.talent.id} className="card stack">
          <div className="row spread">
            <h3>
              <Link
                to="/desk/$organisationId/talents/$talentId"
                params={{ organisationId, talentId: each.talent.id }}
                search={{ jobId }}
              >
                {each.talent.name}
              </Link>
            </h3>
            <span>
              {t('fit.points', { points: percent(each.points) })}{' '}
              <span className="small quiet">{t('fit.forTalent', { points: percent(each.pointsForTalent) })}</span>
            </span>
          </div>
          <div className="pair">
            <TalentSummary of={each.talent} />
            <div className="stack">
              <FitReasons of={each} />
            </div>
          </div>
          <Way talentId={each.talent.id} jobId={jobId} begun={begun?.get(each.talent.id)} />
        </li>
      ))}
    </ol>
  )
}

/** The process that has begun with somebody, or the invitation that begins one. */
function Way({ talentId, jobId, begun }: { talentId: string; jobId: string; begun: Process | undefined }) {
  const { t } = useTranslation('hiring')
  const organisationId = useOrganisationId()
  if (!begun) return <InviteButton talentId={talentId} jobId={jobId} />
  return (
    <div className="row">
      <StageStatus of={begun.stage} />
      <Link to="/desk/$organisationId/processes/$processId" params={{ organisationId, processId: begun.id }}>
        {t('candidates.process')}
      </Link>
    </div>
  )
}
