import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me',
  loader: withTexts('me', 'accounts', 'registry'),
  component: lazyRouteComponent(() => import('../../features/accounts/me/me-area.tsx'), 'MeArea'),
})
const parent = { getParentRoute: () => area }

const index = createRoute({
  ...parent,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/accounts/me/me-page.tsx'), 'MePage'),
})
const account = createRoute({
  ...parent,
  path: '/account',
  component: lazyRouteComponent(() => import('../../features/accounts/account/account-page.tsx'), 'AccountPage'),
})
const devices = createRoute({
  ...parent,
  path: '/devices',
  component: lazyRouteComponent(() => import('../../features/accounts/me/devices-page.tsx'), 'DevicesPage'),
})
const privacy = createRoute({
  ...parent,
  path: '/privacy',
  component: lazyRouteComponent(() => import('../../features/accounts/me/privacy-page.tsx'), 'PrivacyPage'),
})
const consents = createRoute({
  ...parent,
  path: '/consents',
  component: lazyRouteComponent(() => import('../../features/accounts/me/consents-page.tsx'), 'ConsentsPage'),
})
const helpers = createRoute({
  ...parent,
  path: '/helpers',
  component: lazyRouteComponent(() => import('../../features/accounts/me/helpers-page.tsx'), 'HelpersPage'),
})
const data = createRoute({
  ...parent,
  path: '/data',
  component: lazyRouteComponent(() => import('../../features/accounts/me/data-page.tsx'), 'DataPage'),
})

/** The seeker's own area, and everybody's account. */
export const meRoutes = area.addChildren([index, account, devices, privacy, consents, helpers, data])
