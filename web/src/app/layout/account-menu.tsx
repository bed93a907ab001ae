import { Link, useNavigate, useRouterState } from '@tanstack/react-router'
import { useTranslation } from 'react-i18next'
import { ButtonLink } from '../../ui/button.tsx'
import { Popover } from '../../ui/dialog/popover.tsx'
import { useMe, useSignOut } from '../session.ts'

/** Signing in, or the desks of whoever is signed in. */
export function AccountMenu() {
  const { t } = useTranslation('ui')
  const { data: me } = useMe()
  const path = useRouterState({ select: ({ location }) => location.href })
  const navigate = useNavigate()
  const signOut = useSignOut()
  if (!me) {
    const search = path.startsWith('/sign-in') ? {} : { to: path }
    return (
      <ButtonLink to="/sign-in" search={search}>
        {t('nav.signIn')}
      </ButtonLink>
    )
  }
  const leave = async () => {
    await signOut()
    await navigate({ to: '/' })
  }
  return (
    <Popover key={path} label={t('nav.openMenu')} face={t('nav.account')} className="button" toLeft>
      <span className="menu">
        <Link to="/me">{t('nav.mine')}</Link>
        <Link to="/desk">{t('nav.desk')}</Link>
        {me.officer && <Link to="/bureau">{t('nav.bureau')}</Link>}
        {me.officer && <Link to="/city">{t('nav.city')}</Link>}
        <button type="button" onClick={() => void leave()}>
          {t('nav.signOut')}
        </button>
      </span>
    </Popover>
  )
}
