import { Outlet, useRouterState } from '@tanstack/react-router'
import { Suspense, useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { SignInDialog } from '../../features/accounts/sign-in/sign-in-dialog.tsx'
import { Notices } from '../../ui/notices.tsx'
import { Skeleton } from '../../ui/state/skeleton.tsx'
import { useSignInAsked } from '../sign-in-request.ts'
import { ClockNote } from './clock-note.tsx'
import { Footer } from './footer.tsx'
import { Header } from './header.tsx'
import { OfflineNote } from './offline-note.tsx'

/** What every page stands in. */
export function Shell() {
  const { t } = useTranslation('ui')
  const main = useRef<HTMLElement>(null)
  const path = useRouterState({ select: ({ location }) => location.pathname })
  const asked = useSignInAsked()
  const before = useRef(path)
  // A new page is announced by moving the focus to its beginning, as loading a document would.
  useEffect(() => {
    if (before.current === path) return
    before.current = path
    main.current?.focus({ preventScroll: true })
  }, [path])
  return (
    <div className="shell">
      <a className="skip" href="#main">
        {t('skip')}
      </a>
      <Header />
      <ClockNote />
      <OfflineNote />
      <main id="main" ref={main} tabIndex={-1} className="shell-main">
        <Suspense fallback={<Skeleton lines={8} />}>
          <Outlet />
        </Suspense>
      </main>
      <Footer />
      <Notices />
      {asked && <SignInDialog />}
    </div>
  )
}
