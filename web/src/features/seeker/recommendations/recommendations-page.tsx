import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { JobCard } from '../../jobs/job-card.tsx'
import { Begin } from '../home/begin.tsx'
import { useProfile, useRecommended } from '../queries.ts'
import { Dismissals } from './dismissals.tsx'
import { Matches } from './matches.tsx'

const route = getRouteApi('/me/recommendations')
const MOST = 30

/** Postings for the person with reasons and near misses; or, at wish, the newest without anything of the person. */
export function RecommendationsPage() {
  const { t } = useTranslation('seeker')
  const personal = route.useSearch().personal !== 'no'
  return (
    <Page title={t('rooms.recommendations')} lead={t(personal ? 'recommended.lead' : 'recommended.plainLead')}>
      <PersonalSwitch personal={personal} />
      {personal ? <Personal /> : <Newest />}
    </Page>
  )
}

function Personal() {
  return (
    <Answer of={useProfile()}>
      {(talent) =>
        talent ? (
          <>
            <Lists />
            <Dismissals />
          </>
        ) : (
          <Begin />
        )
      }
    </Answer>
  )
}

/** The same for everybody, so it needs no profile. */
function Newest() {
  const { t } = useTranslation('seeker')
  return (
    <Answer of={useRecommended(false, MOST)}>
      {({ newest, asOf }) => (
        <div className="stack">
          <p className="small quiet">{t('recommended.asOf', { at: instant(asOf) })}</p>
          {newest.length ? (
            <ul className="plain stack">
              {newest.map((job) => (
                <li key={job.id}>
                  <JobCard job={job} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty title={t('recommended.noJobs')} />
          )}
        </div>
      )}
    </Answer>
  )
}

/** The right to a list without profiling: Personal Information Protection Law, article 24. */
function PersonalSwitch({ personal }: { personal: boolean }) {
  const { t } = useTranslation('seeker')
  const navigate = useNavigate()
  return (
    <label className="check">
      <input
        type="checkbox"
        role="switch"
        checked={personal}
        onChange={() =>
          void navigate({ to: '/me/recommendations', search: personal ? { personal: 'no' } : {}, replace: true })
        }
      />
      <span>
        {t('recommended.switch')} <span className="small quiet">{t('recommended.switchText')}</span>
      </span>
    </label>
  )
}

function Lists() {
  const { t } = useTranslation('seeker')
  return (
    <Answer of={useRecommended(true, MOST)}>
      {({ fits, near, asOf }) => (
        <div className="stack">
          <p className="small quiet">{t('recommended.asOf', { at: instant(asOf) })}</p>
          {fits.length ? (
            <Matches of={fits} />
          ) : (
            <Empty
              title={t('recommended.none')}
              actions={<ButtonLink to="/me/profile">{t('recommended.widen')}</ButtonLink>}
            >
              <p>{t('recommended.noneText')}</p>
            </Empty>
          )}
          {near.length > 0 && (
            <section className="stack">
              <h2>{t('recommended.near')}</h2>
              <p className="quiet">{t('recommended.nearText')}</p>
              <Matches of={near} />
            </section>
          )}
        </div>
      )}
    </Answer>
  )
}
