import { Link } from '@tanstack/react-router'
import { lazy } from 'react'
import { useTranslation } from 'react-i18next'
import { useMe } from '../../../app/session.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { OtherRooms } from '../../accounts/me/other-rooms.tsx'
import { EntitlementNote } from '../../policy/own/entitlements/entitlement-note.tsx'
import { ME } from '../../policy/own/owner.ts'
import { isOpen } from '../../work/is-open.ts'
import { useProcesses, useProfile, useRecommended } from '../queries.ts'
import { isAsked } from '../applications/is-asked.ts'
import { ProcessCard } from '../applications/process-card.tsx'
import { Matches } from '../recommendations/matches.tsx'
import { Newest } from '../recommendations/newest.tsx'
import { Reconfirm } from './reconfirm.tsx'
import { Numbers } from './numbers.tsx'

const FEW = 5

/** Comes to whoever has no profile yet. */
const Begin = lazy(async () => ({ default: (await import('./begin.tsx')).Begin }))

/** The seeker's home: what waits for an answer, what fits, who looked; without a profile the way to one. */
export function SeekerPage() {
  const { t } = useTranslation(['seeker', 'me'])
  const { data: me } = useMe()
  return (
    <Page title={t('me:home.title', { name: me?.name ?? '' })}>
      <EntitlementNote owner={ME} />
      <Answer of={useProfile()}>
        {(talent) =>
          talent ? (
            <>
              <Reconfirm talent={talent} />
              <Running />
              <Recommended />
              <Numbers />
            </>
          ) : (
            <Begin>
              <ButtonLink to="/jobs">{t('home.lookFirst')}</ButtonLink>
            </Begin>
          )
        }
      </Answer>
      <OtherRooms />
    </Page>
  )
}

/** Open applications, those that wait for the person first; and work that began, where it is asked how it goes. */
function Running() {
  const { t } = useTranslation('seeker')
  const { data } = useProcesses(true)
  const { data: ended } = useProcesses(false)
  const open = [...(ended?.rows ?? []).filter(isAsked), ...(data?.rows ?? []).filter(isOpen)].slice(0, FEW)
  if (!open.length) return null
  return (
    <section className="stack">
      <div className="row">
        <h2>{t('rooms.applications')}</h2>
        <Link to="/me/applications">{t('home.all')}</Link>
      </div>
      <ul className="plain cards">
        {open.map((process) => (
          <li key={process.id}>
            <ProcessCard process={process} />
          </li>
        ))}
      </ul>
    </section>
  )
}

function Recommended() {
  const { t } = useTranslation('seeker')
  return (
    <section className="stack">
      <div className="row">
        <h2>{t('rooms.recommendations')}</h2>
        <Link to="/me/recommendations">{t('home.all')}</Link>
      </div>
      <Answer of={useRecommended(FEW)}>{(found) => found && <Few of={found} />}</Answer>
    </section>
  )
}

function Few({ of: { fits, near, newest, personal } }: { of: NonNullable<ReturnType<typeof useRecommended>['data']> }) {
  const { t } = useTranslation('seeker')
  if (!personal)
    return (
      <>
        <p className="quiet">{t('recommended.plainLead')}</p>
        <Newest of={newest} />
      </>
    )
  if (fits.length + near.length > 0) return <Matches of={[...fits, ...near].slice(0, FEW)} />
  return (
    <Empty
      title={t('recommended.none')}
      actions={
        <ButtonLink to="/me/profile" search={{ step: 'place' }}>
          {t('recommended.widen')}
        </ButtonLink>
      }
    >
      <p>{t('recommended.noneText')}</p>
    </Empty>
  )
}
