import { Link, useRouterState } from '@tanstack/react-router'
import { useEffect, useState } from 'react'
import { useTranslation } from 'react-i18next'
import { changeLanguage, languageNow } from '../../i18n/index.ts'
import { Button } from '../../ui/button.tsx'
import { queryClient } from '../query.ts'
import { AccountMenu } from './account-menu.tsx'
import { SearchBox } from './search-box.tsx'

const ROOMS = ['jobs', 'talents', 'gigs', 'fairs', 'policies', 'services', 'organisations', 'data'] as const

/** Where somebody looks for work; elsewhere the box finds organisations. */
const SEEKING = /^\/(?:jobs|data|me)(?:\/|$)/

async function otherLanguage(): Promise<void> {
  await changeLanguage(languageNow() === 'zh' ? 'en' : 'zh')
  // Definitions and problems come from the server in the language of the page.
  await queryClient.invalidateQueries()
}

export function Header() {
  const { t } = useTranslation('ui')
  const [open, setOpen] = useState(false)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  useEffect(() => setOpen(false), [path])
  return (
    <header className="shell-header">
      <div className="shell-bar">
        <Link to="/" className="brand">
          <img src="/icon.svg" alt="" width="28" height="28" />
          {t('product')}
        </Link>
        <nav id="rooms" className={open ? 'shell-nav open' : 'shell-nav'} aria-label={t('nav.main')}>
          {ROOMS.map((room) => (
            <Link key={room} to={`/${room}`}>
              {t(`nav.${room}`)}
            </Link>
          ))}
        </nav>
        {path !== '/' && path !== '/jobs' && <SearchBox room={SEEKING.test(path) ? '/jobs' : '/organisations'} />}
        <div className="shell-tools">
          <Button kind="bare" aria-label={t('languageLabel')} onClick={() => void otherLanguage()}>
            {t('language')}
          </Button>
          <AccountMenu />
          <Button className="menu-button" aria-expanded={open} aria-controls="rooms" onClick={() => setOpen(!open)}>
            {t('nav.menu')}
          </Button>
        </div>
      </div>
    </header>
  )
}
