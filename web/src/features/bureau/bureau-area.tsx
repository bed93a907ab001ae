import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Area } from '../../app/layout/area.tsx'
import { OfficersOnly } from '../../app/layout/guards.tsx'
import { SecondFactorPage } from '../accounts/second-factor/second-factor-page.tsx'

/** Cases and what is paid for them. */
const CASES = [
  '/bureau/cases',
  '/bureau/counter',
  '/bureau/appointments',
  '/bureau/payments',
  '/bureau/duties',
  '/bureau/counters',
  '/bureau/services',
] as const
/** What waits in the hiring loop, in the order of the day's work. */
const MARKET = ['postings', 'placements', 'claims', 'pairs', 'silence', 'shortages', 'searches'] as const
const ROOMS = [
  '/bureau/verifications',
  '/bureau/licences',
  '/bureau/organisations',
  '/bureau/reports',
  '/bureau/people',
  '/bureau/policies',
  '/bureau/ledger',
  '/bureau/ledger/totals',
  '/bureau/ledger/chain',
] as const

export function BureauArea() {
  const { t } = useTranslation(['bureau', 'market', 'office', 'ui'])
  return (
    <OfficersOnly unconfirmed={<SecondFactorPage />}>
      <Area
        title={t('ui:nav.bureau')}
        links={[
          <Link key="home" to="/bureau" activeOptions={{ exact: true }}>
            {t('rooms.home')}
          </Link>,
          ...CASES.map((to) => (
            <Link key={to} to={to} activeOptions={{ includeSearch: false }}>
              {t(`office:rooms.${to}`)}
            </Link>
          )),
          ...MARKET.map((room) => (
            <Link key={room} to={`/bureau/${room}`}>
              {t(`market:rooms.${room}`)}
            </Link>
          )),
          ...ROOMS.map((to) => (
            <Link key={to} to={to} activeOptions={{ exact: to === '/bureau/ledger', includeSearch: false }}>
              {t(`rooms.${to}`)}
            </Link>
          )),
        ]}
      />
    </OfficersOnly>
  )
}
