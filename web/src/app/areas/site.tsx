import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const parent = { getParentRoute: () => rootRoute }

const home = createRoute({
  ...parent,
  path: '/',
  loader: withTexts('site'),
  component: lazyRouteComponent(() => import('../../features/site/home-page.tsx'), 'HomePage'),
})

const soon = <const P extends string, const N extends string>(path: P, name: N) =>
  createRoute({
    ...parent,
    path,
    loader: withTexts('site'),
    component: lazyRouteComponent(() => import('../../features/site/soon-pages.tsx'), name as 'JobsPage'),
  })

const directory = createRoute({
  ...parent,
  path: '/organisations',
  validateSearch: texts('q', 'kind', 'district', 'businessType', 'standing', 'sort'),
  loader: withTexts('registry'),
  component: lazyRouteComponent(() => import('../../features/registry/directory/directory-page.tsx'), 'DirectoryPage'),
})

const profile = createRoute({
  ...parent,
  path: '/organisations/$organisationId',
  loader: withTexts('registry'),
  component: lazyRouteComponent(() => import('../../features/registry/profile-page.tsx'), 'ProfilePage'),
})

const signIn = createRoute({
  ...parent,
  path: '/sign-in',
  validateSearch: texts('to'),
  loader: withTexts('accounts'),
  component: lazyRouteComponent(() => import('../../features/accounts/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const signInReturn = createRoute({
  ...parent,
  path: '/sign-in/return',
  validateSearch: (search: Record<string, unknown>) => search,
  loader: withTexts('accounts'),
  component: lazyRouteComponent(
    () => import('../../features/accounts/sign-in/sign-in-return-page.tsx'),
    'SignInReturnPage',
  ),
})

const messages = createRoute({
  ...parent,
  path: '/development',
  loader: withTexts('accounts'),
  component: lazyRouteComponent(
    () => import('../../features/accounts/sign-in/shown-messages-page.tsx'),
    'ShownMessagesPage',
  ),
})

/** What everybody may see. */
export const siteRoutes = [
  home,
  soon('/jobs', 'JobsPage'),
  soon('/talents', 'TalentsPage'),
  soon('/gigs', 'GigsPage'),
  soon('/fairs', 'FairsPage'),
  soon('/policies', 'PoliciesPage'),
  soon('/data', 'DataPage'),
  directory,
  profile,
  signIn,
  signInReturn,
  messages,
] as const
