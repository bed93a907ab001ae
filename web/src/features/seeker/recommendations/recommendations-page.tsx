import { getRouteApi, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Begin } from '../home/begin.tsx'
import { useProfile, useRecommended } from '../queries.ts'
import { Matches } from './matches.tsx'

const route = getRouteApi('/me/recommendations')
const MOST = 30

/** Postings for the person with reasons and near misses; or, at wish, all by date without the profile. */
export function RecommendationsPage() {
  const { t } = useTranslation('seeker')
  const personal = route.useSearch().personal !== 'no'
  const profile = useProfile()
  return (
    <Page title={t('rooms.recommendations')} lead={t(personal ? 'recommended.lead' : 'recommended.plainLead')}>
      <PersonalSwitch personal={personal} />
      <Answer of={profile}>{(talent) => (talent ? <Lists personal={personal} /> : <Begin />)}</Answer>
    </Page>
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

function Lists({ personal }: { personal: boolean }) {
  const { t } = useTranslation('seeker')
  return (
    <Answer of={useRecommended(personal, MOST)}>
      {({ fits, near, asOf }) => (
        <div className="stack">
          <p className="small quiet">{t('recommended.asOf', { at: instant(asOf) })}</p>
          {fits.length ? (
            <Matches of={fits} plain={!personal} />
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
