import type { SavedSearch } from '@renshu/contracts'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { parseSearch, texts } from '../../../app/search.ts'
import { ButtonLink } from '../../../ui/button.tsx'
import { Confirm } from '../../../ui/dialog/confirm.tsx'
import { instant } from '../../../ui/format.ts'
import { Page } from '../../../ui/page.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { Empty } from '../../../ui/state/empty.tsx'
import { Status } from '../../../ui/status.tsx'
import { ASKED } from '../../jobs/search/asked.ts'
import { seeker, useMineChanged, useSearches } from '../queries.ts'

const askedIn = texts(...ASKED)

/** Searches that are kept, and how many new postings each has found. */
export function SearchesPage() {
  const { t } = useTranslation('seeker')
  return (
    <Page title={t('rooms.searches')} lead={t('searches.lead')}>
      <Answer of={useSearches()}>
        {({ items }) =>
          items.length ? (
            <ul className="plain cards">
              {items.map((search) => (
                <li key={search.id}>
                  <OneSearch of={search} />
                </li>
              ))}
            </ul>
          ) : (
            <Empty title={t('searches.none')} actions={<ButtonLink to="/jobs">{t('applications.look')}</ButtonLink>}>
              <p>{t('searches.noneText')}</p>
            </Empty>
          )
        }
      </Answer>
    </Page>
  )
}

function OneSearch({ of: { id, name, query, alert, news, createdAt } }: { of: SavedSearch }) {
  const { t } = useTranslation(['seeker', 'jobs'])
  const changed = useMineChanged()
  const see = () => void seeker.seeSearch({ params: { searchId: id } }).then(changed, () => {})
  return (
    <article className="card stack">
      <h2>
        <Link to="/jobs" search={askedIn(parseSearch(query))} onClick={see}>
          {name}
        </Link>
      </h2>
      <p className="row">
        {news > 0 && <Status tone="good">{t('searches.news', { count: news })}</Status>}
        <span className="small quiet">
          {t(`jobs:save.${alert}`)} · {t('searches.savedAt', { at: instant(createdAt) })}
        </span>
      </p>
      <div>
        <Confirm
          action={t('searches.drop')}
          onConfirm={() => seeker.dropSearch({ params: { searchId: id } }).then(changed)}
        >
          {t('searches.dropText')}
        </Confirm>
      </div>
    </article>
  )
}
