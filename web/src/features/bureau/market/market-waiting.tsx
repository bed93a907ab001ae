import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { Answer } from '../../../ui/state/answer.tsx'
import { hiring, jobs, talents } from './queries.ts'

const ROOMS = ['postings', 'placements', 'claims', 'pairs'] as const

/** What of the hiring loop waits for an officer. */
export function MarketWaiting() {
  const { t } = useTranslation(['market', 'bureau'])
  const query = useQuery({
    queryKey: ['bureau', 'waiting', 'market'],
    queryFn: async () => {
      const [postings, placements, claims, pairs] = await Promise.all([
        jobs.queue({ query: { limit: 1 } }),
        hiring.placements({ query: { limit: 1 } }),
        talents.claims({ query: { limit: 1 } }),
        talents.pairs({ query: { limit: 1 } }),
      ])
      return { postings: postings.total, placements: placements.total, claims: claims.total, pairs: pairs.total }
    },
  })
  return (
    <Answer of={query}>
      {(waiting) => (
        <div className="tiles">
          {ROOMS.map((room) => (
            <Figure
              key={room}
              label={t(`rooms.${room}`)}
              value={waiting[room]}
              unit={t('bureau:home.cases')}
              definition={t(`waiting.${room}`)}
              link={<Link to={`/bureau/${room}`}>{t('bureau:home.open')}</Link>}
            />
          ))}
        </div>
      )}
    </Answer>
  )
}
