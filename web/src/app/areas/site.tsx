import { createRoute } from '@tanstack/react-router'
import { ASKED } from '../../features/jobs/search/asked.ts'
import { lazyPage } from '../network/lazy-page.ts'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const parent = { getParentRoute: () => rootRoute }

const home = createRoute({
  ...parent,
  path: '/',
  loader: withTexts('site', 'jobs', 'work'),
  component: lazyPage(() => import('../../features/site/home-page.tsx'), 'HomePage'),
})

const soon = <const P extends string, const N extends string>(path: P, name: N) =>
  createRoute({
    ...parent,
    path,
    loader: withTexts('site'),
    component: lazyPage(() => import('../../features/site/soon-pages.tsx'), name as 'GigsPage'),
  })

const talents = createRoute({
  ...parent,
  path: '/talents',
  loader: withTexts('site'),
  component: lazyPage(() => import('../../features/site/talents-page.tsx'), 'TalentsPage'),
})
const jobs = createRoute({
  ...parent,
  path: '/jobs',
  validateSearch: texts(...ASKED),
  loader: withTexts('jobs', 'work'),
  component: lazyPage(() => import('../../features/jobs/search/jobs-page.tsx'), 'JobsPage'),
})
const job = createRoute({
  ...parent,
  path: '/jobs/$jobId',
  validateSearch: texts('apply', 'from'),
  loader: withTexts('jobs', 'work', 'registry'),
  component: lazyPage(() => import('../../features/jobs/job/job-page.tsx'), 'JobPage'),
})
const market = createRoute({
  ...parent,
  path: '/data',
  loader: withTexts('jobs'),
  component: lazyPage(() => import('../../features/jobs/market/market-page.tsx'), 'MarketPage'),
})

const policies = createRoute({
  ...parent,
  path: '/policies',
  validateSearch: texts('q', 'subject', 'state'),
  loader: withTexts('policy'),
  component: lazyPage(() => import('../../features/policy/library/policies-page.tsx'), 'PoliciesPage'),
})
const policy = createRoute({
  ...parent,
  path: '/policies/$key',
  validateSearch: texts('for', 'version'),
  loader: withTexts('policy'),
  component: lazyPage(() => import('../../features/policy/definition/policy-page.tsx'), 'PolicyPage'),
})

const directory = createRoute({
  ...parent,
  path: '/organisations',
  validateSearch: texts('q', 'kind', 'district', 'businessType', 'standing', 'sort'),
  loader: withTexts('registry'),
  component: lazyPage(() => import('../../features/registry/directory/directory-page.tsx'), 'DirectoryPage'),
})

const profile = createRoute({
  ...parent,
  path: '/organisations/$organisationId',
  loader: withTexts('registry', 'jobs', 'work'),
  component: lazyPage(() => import('../../features/registry/profile-page.tsx'), 'ProfilePage'),
})

const services = createRoute({
  ...parent,
  path: '/services',
  validateSearch: texts('who', 'need', 'q'),
  loader: withTexts('services'),
  component: lazyPage(() => import('../../features/cases/hall/services-page.tsx'), 'ServicesPage'),
})
const service = createRoute({
  ...parent,
  path: '/services/$serviceKey',
  loader: withTexts('services'),
  component: lazyPage(() => import('../../features/cases/guide/service-page.tsx'), 'ServicePage'),
})
const notices = createRoute({
  ...parent,
  path: '/notices',
  validateSearch: texts('service', 'open'),
  loader: withTexts('services'),
  component: lazyPage(() => import('../../features/cases/hall/notices-page.tsx'), 'NoticesPage'),
})
const verify = createRoute({
  ...parent,
  path: '/verify',
  validateSearch: texts('code'),
  loader: withTexts('services'),
  component: lazyPage(() => import('../../features/cases/hall/verify-page.tsx'), 'VerifyPage'),
})

const signIn = createRoute({
  ...parent,
  path: '/sign-in',
  validateSearch: texts('to'),
  loader: withTexts('accounts'),
  component: lazyPage(() => import('../../features/accounts/sign-in/sign-in-page.tsx'), 'SignInPage'),
})

const signInReturn = createRoute({
  ...parent,
  path: '/sign-in/return',
  validateSearch: (search: Record<string, unknown>) => search,
  loader: withTexts('accounts'),
  component: lazyPage(() => import('../../features/accounts/sign-in/sign-in-return-page.tsx'), 'SignInReturnPage'),
})

const messages = createRoute({
  ...parent,
  path: '/development',
  loader: withTexts('accounts'),
  component: lazyPage(() => import('../../features/accounts/sign-in/shown-messages-page.tsx'), 'ShownMessagesPage'),
})

/** What everybody may see. */
export const siteRoutes = [
  home,
  jobs,
  job,
  talents,
  soon('/gigs', 'GigsPage'),
  soon('/fairs', 'FairsPage'),
  policies,
  policy,
  market,
  directory,
  profile,
  services,
  service,
  notices,
  verify,
  signIn,
  signInReturn,
  messages,
] as const
