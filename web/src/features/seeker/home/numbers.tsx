import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { seeker, useProcesses, useSearches } from '../queries.ts'

/** How many looked, how much is new, how many applications run: each opens to its list. */
export function Numbers() {
  const { t } = useTranslation('seeker')
  const looks = useQuery({
    queryKey: ['me', 'looks', 'count'],
    queryFn: () => seeker.looks({ query: { limit: 1 } }),
  })
  const open = useProcesses(true)
  const searches = useSearches()
  const news = searches.data?.items.reduce((sum, each) => sum + each.news, 0)
  return (
    <ul className="plain tiles">
      <li>
        <Figure
          label={t('rooms.applications')}
          value={open.data?.total ?? null}
          unit={t('number.piece')}
          definition={t('number.applications')}
          link={<Link to="/me/applications">{t('home.all')}</Link>}
        />
      </li>
      <li>
        <Figure
          label={t('rooms.looks')}
          value={looks.data?.total ?? null}
          unit={t('number.times')}
          definition={t('number.looks')}
          link={<Link to="/me/looks">{t('home.all')}</Link>}
        />
      </li>
      <li>
        <Figure
          label={t('number.newsLabel')}
          value={news ?? null}
          unit={t('number.piece')}
          definition={t('number.news')}
          link={<Link to="/me/searches">{t('home.all')}</Link>}
        />
      </li>
    </ul>
  )
}
