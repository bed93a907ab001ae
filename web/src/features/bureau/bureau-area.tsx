import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Area } from '../../app/layout/area.tsx'
import { OfficersOnly } from '../../app/layout/guards.tsx'
import { SecondFactorPage } from '../accounts/second-factor/second-factor-page.tsx'

const ROOMS = [
  '/bureau/verifications',
  '/bureau/licences',
  '/bureau/organisations',
  '/bureau/people',
  '/bureau/ledger',
  '/bureau/ledger/totals',
  '/bureau/ledger/chain',
] as const

export function BureauArea() {
  const { t } = useTranslation(['bureau', 'ui'])
  return (
    <OfficersOnly unconfirmed={<SecondFactorPage />}>
      <Area
        title={t('ui:nav.bureau')}
        links={[
          <Link key="home" to="/bureau" activeOptions={{ exact: true }}>
            {t('rooms.home')}
          </Link>,
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
