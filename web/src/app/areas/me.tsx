import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me',
  loader: withTexts('me', 'seeker', 'jobs', 'work', 'accounts', 'registry'),
  component: lazyRouteComponent(() => import('../../features/accounts/me/me-area.tsx'), 'MeArea'),
})
const parent = { getParentRoute: () => area }

const index = createRoute({
  ...parent,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/seeker/home/seeker-page.tsx'), 'SeekerPage'),
})
const recommendations = createRoute({
  ...parent,
  path: '/recommendations',
  validateSearch: texts('personal'),
  component: lazyRouteComponent(
    () => import('../../features/seeker/recommendations/recommendations-page.tsx'),
    'RecommendationsPage',
  ),
})
const applications = createRoute({
  ...parent,
  path: '/applications',
  validateSearch: texts('show'),
  component: lazyRouteComponent(
    () => import('../../features/seeker/applications/applications-page.tsx'),
    'ApplicationsPage',
  ),
})
const application = createRoute({
  ...parent,
  path: '/applications/$processId',
  component: lazyRouteComponent(
    () => import('../../features/seeker/applications/application-page.tsx'),
    'ApplicationPage',
  ),
})
const cases = createRoute({
  ...parent,
  path: '/cases',
  validateSearch: texts('shown', 'person'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/own/cases-page.tsx'), 'CasesPage'),
})
const oneCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  validateSearch: texts('sent', 'person'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/own/case-page.tsx'), 'CasePage'),
})
const caseForm = createRoute({
  ...parent,
  path: '/forms/$draftId',
  validateSearch: texts('person'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/form/case-form-page.tsx'), 'CaseFormPage'),
})
const appointments = createRoute({
  ...parent,
  path: '/appointments',
  validateSearch: texts('person'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/own/appointments-page.tsx'), 'AppointmentsPage'),
})
const payments = createRoute({
  ...parent,
  path: '/payments',
  validateSearch: texts('person'),
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/own/own-payments-page.tsx'), 'OwnPaymentsPage'),
})
const profile = createRoute({
  ...parent,
  path: '/profile',
  validateSearch: texts('step', 'job'),
  component: lazyRouteComponent(() => import('../../features/seeker/profile/profile-page.tsx'), 'ProfilePage'),
})
const looks = createRoute({
  ...parent,
  path: '/looks',
  component: lazyRouteComponent(() => import('../../features/seeker/privacy/looks-page.tsx'), 'LooksPage'),
})
const searches = createRoute({
  ...parent,
  path: '/searches',
  component: lazyRouteComponent(() => import('../../features/seeker/privacy/searches-page.tsx'), 'SearchesPage'),
})
const visibility = createRoute({
  ...parent,
  path: '/visibility',
  component: lazyRouteComponent(() => import('../../features/seeker/privacy/visibility-page.tsx'), 'VisibilityPage'),
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

const policies = createRoute({
  ...parent,
  path: '/policies',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/own/me-pages.tsx'), 'MyPolicies'),
})
const entitlements = createRoute({
  ...parent,
  path: '/policies/entitlements',
  loader: withTexts('policy', 'entitlements', 'cases'),
  component: lazyRouteComponent(() => import('../../features/policy/own/me-pages.tsx'), 'MyEntitlements'),
})
const decisions = createRoute({
  ...parent,
  path: '/policies/decisions',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/own/me-pages.tsx'), 'MyDecisions'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/own/me-pages.tsx'), 'MyRecords'),
})
const decision = createRoute({
  ...parent,
  path: '/policies/decisions/$decisionId',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/own/me-pages.tsx'), 'MyDecision'),
})

/** The seeker's own area, and everybody's account. */
export const meRoutes = area.addChildren([
  index,
  recommendations,
  applications,
  application,
  cases,
  oneCase,
  caseForm,
  appointments,
  payments,
  profile,
  looks,
  searches,
  visibility,
  policies,
  entitlements,
  decisions,
  decision,
  records,
  account,
  devices,
  privacy,
  consents,
  helpers,
  data,
])
