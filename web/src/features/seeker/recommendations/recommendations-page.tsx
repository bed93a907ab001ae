import type { JobMatch } from '@renshu/contracts'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../../ui/button.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Begin } from '../home/begin.tsx'
import { useRecommended } from '../queries.ts'
import { Dismissals } from './dismissals.tsx'
import { Matches } from './matches.tsx'
import { Newest } from './newest.tsx'
import { PersonalSwitch } from './personal-switch.tsx'

const MOST = 30

/** Postings for the person with reasons and near misses; or, as he chose, the newest without anything of the person. */
export function RecommendationsPage() {
  const { t } = useTranslation('seeker')
  const list = useRecommended(MOST)
  // Without a profile there is nothing to go by yet; the other list was not chosen either.
  const personal = list.data?.personal ?? true
  return (
    <Page
      title={t('rooms.recommendations')}
      lead={list.data && t(personal ? 'recommended.lead' : 'recommended.plainLead')}
    >
      <Answer of={list}>
        {(found) => (
          <>
            <PersonalSwitch personal={personal} />
            {found && <p className="small quiet">{t('recommended.asOf', { at: instant(found.asOf) })}</p>}
            {!found && <Begin />}
            {found && (found.personal ? <Personal of={found} /> : <Newest of={found.newest} />)}
          </>
        )}
      </Answer>
    </Page>
  )
}

function Personal({ of: { fits, near } }: { of: { fits: readonly JobMatch[]; near: readonly JobMatch[] } }) {
  const { t } = useTranslation('seeker')
  return (
    <div className="stack">
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
      <Dismissals />
    </div>
  )
}
