import { useQuery } from '@tanstack/react-query'
import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Figure } from '../../../ui/figure.tsx'
import { publicJobs } from '../queries.ts'

export type Market = Awaited<ReturnType<typeof publicJobs.market>>

export const useMarket = () =>
  useQuery({ queryKey: ['market'], queryFn: () => publicJobs.market({ query: {} }), retry: false })

/** How much is open and for how much; dashes while it is not known. */
export function MarketFigures({ of: market }: { of: Market | undefined }) {
  const { postings = null, openings = null, employers = null, medianPay = null } = market ?? {}
  const { t } = useTranslation('jobs')
  return (
    <ul className="plain tiles">
      <li>
        <Figure
          label={t('today.postings')}
          value={postings}
          unit={t('today.piece')}
          definition={t('today.postingsIs')}
          link={<Link to="/jobs">{t('title')}</Link>}
        />
      </li>
      <li>
        <Figure
          label={t('today.openings')}
          value={openings}
          unit={t('today.people')}
          definition={t('today.openingsIs')}
        />
      </li>
      <li>
        <Figure
          label={t('today.employers')}
          value={employers}
          unit={t('today.houses')}
          definition={t('today.employersIs')}
        />
      </li>
      <li>
        <Figure
          label={t('today.medianPay')}
          value={medianPay === null ? null : Math.round(medianPay / 100)}
          unit={t('today.yuan')}
          definition={t('today.medianPayIs')}
        />
      </li>
    </ul>
  )
}
