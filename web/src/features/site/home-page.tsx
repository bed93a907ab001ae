import { Link, useNavigate } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { useCity } from '../../app/city.ts'
import { nameIn } from '../../i18n/name-in.ts'
import { MarketFigures, useMarket } from '../jobs/market/market-figures.tsx'
import { JobSearchBox } from '../jobs/search/search-box.tsx'
import { HomeFigures } from './home-figures.tsx'

const ROOMS = ['jobs', 'talents', 'gigs', 'fairs', 'policies', 'services', 'organisations', 'data'] as const

export function HomePage() {
  const { t } = useTranslation(['ui', 'site'])
  const navigate = useNavigate()
  const { data: city } = useCity()
  const place = city ? nameIn(city.name) : ''
  return (
    <>
      <div className="hero">
        <title>{t('product')}</title>
        <h1>{t('site:home.title', { city: place })}</h1>
        <p className="quiet">{t('site:home.lead')}</p>
        <JobSearchBox value="" onSearch={(q) => void navigate({ to: '/jobs', search: q ? { q } : {} })} />
      </div>
      <MarketFigures of={useMarket().data} />
      <HomeFigures />
      <ul className="plain tiles">
        {ROOMS.map((room) => (
          <li key={room}>
            <Link to={`/${room}`} className="card">
              <strong>{t(`nav.${room}`)}</strong>
              <p className="small quiet">{t(`site:rooms.${room}`)}</p>
            </Link>
          </li>
        ))}
        <li>
          <Link to="/desk/new" className="card">
            <strong>{t('site:home.register')}</strong>
            <p className="small quiet">{t('site:home.registerText')}</p>
          </Link>
        </li>
      </ul>
    </>
  )
}
