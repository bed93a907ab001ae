import { Link } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { Area } from '../../app/layout/area.tsx'
import { OfficersOnly } from '../../app/layout/guards.tsx'
import { useMe } from '../../app/session.ts'
import { SecondFactorPage } from '../accounts/second-factor/second-factor-page.tsx'

export function CityArea() {
  const { t } = useTranslation(['city', 'ui'])
  const { data: me } = useMe()
  const officers = me?.officer?.administrator
    ? [
        <Link key="officers" to="/city/officers">
          {t('rooms.officers')}
        </Link>,
      ]
    : []
  return (
    <OfficersOnly unconfirmed={<SecondFactorPage />}>
      <Area
        title={t('ui:nav.city')}
        links={[
          <Link key="home" to="/city" activeOptions={{ exact: true }}>
            {t('rooms.home')}
          </Link>,
          <Link key="parameters" to="/city/parameters">
            {t('rooms.parameters')}
          </Link>,
          ...officers,
        ]}
      />
    </OfficersOnly>
  )
}
