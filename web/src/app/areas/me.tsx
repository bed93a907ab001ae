import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/me',
  loader: withTexts('me', 'seeker'),
  component: lazyPage(() => import('../../features/accounts/me/me-area.tsx'), 'MeArea'),
})
const parent = { getParentRoute: () => area }
/** Rooms of looking for work, and of the account; the others bring texts of their own. */
const seeking = { ...parent, loader: withTexts('jobs', 'work', 'registry', 'accounts') }
const keeping = { ...parent, loader: withTexts('accounts', 'registry') }

const index = createRoute({
  ...parent,
  path: '/',
  loader: withTexts('jobs', 'work'),
  component: lazyPage(() => import('../../features/seeker/home/seeker-page.tsx'), 'SeekerPage'),
})
const recommendations = createRoute({
  ...seeking,
  path: '/recommendations',
  component: lazyPage(
    () => import('../../features/seeker/recommendations/recommendations-page.tsx'),
    'RecommendationsPage',
  ),
})
const applications = createRoute({
  ...seeking,
  path: '/applications',
  validateSearch: texts('show'),
  component: lazyPage(() => import('../../features/seeker/applications/applications-page.tsx'), 'ApplicationsPage'),
})
const application = createRoute({
  ...seeking,
  path: '/applications/$processId',
  component: lazyPage(() => import('../../features/seeker/applications/application-page.tsx'), 'ApplicationPage'),
})
const cases = createRoute({
  ...parent,
  path: '/cases',
  validateSearch: texts('shown', 'person'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/own/cases-page.tsx'), 'CasesPage'),
})
const oneCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  validateSearch: texts('sent', 'person'),
  loader: withTexts('cases', 'services', 'payments'),
  component: lazyPage(() => import('../../features/cases/own/case-page.tsx'), 'CasePage'),
})
const caseForm = createRoute({
  ...parent,
  path: '/forms/$draftId',
  validateSearch: texts('person'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/form/case-form-page.tsx'), 'CaseFormPage'),
})
const appointments = createRoute({
  ...parent,
  path: '/appointments',
  validateSearch: texts('person'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/own/appointments-page.tsx'), 'AppointmentsPage'),
})
const payments = createRoute({
  ...parent,
  path: '/payments',
  validateSearch: texts('person'),
  loader: withTexts('payments'),
  component: lazyPage(() => import('../../features/payments/own/own-payments-page.tsx'), 'OwnPaymentsPage'),
})
const profile = createRoute({
  ...seeking,
  path: '/profile',
  validateSearch: texts('step', 'job'),
  component: lazyPage(() => import('../../features/seeker/profile/profile-page.tsx'), 'ProfilePage'),
})
const looks = createRoute({
  ...seeking,
  path: '/looks',
  component: lazyPage(() => import('../../features/seeker/privacy/looks-page.tsx'), 'LooksPage'),
})
const searches = createRoute({
  ...seeking,
  path: '/searches',
  component: lazyPage(() => import('../../features/seeker/privacy/searches-page.tsx'), 'SearchesPage'),
})
const visibility = createRoute({
  ...seeking,
  path: '/visibility',
  component: lazyPage(() => import('../../features/seeker/privacy/visibility-page.tsx'), 'VisibilityPage'),
})
const account = createRoute({
  ...keeping,
  path: '/account',
  component: lazyPage(() => import('../../features/accounts/account/account-page.tsx'), 'AccountPage'),
})
const devices = createRoute({
  ...keeping,
  path: '/devices',
  component: lazyPage(() => import('../../features/accounts/me/devices-page.tsx'), 'DevicesPage'),
})
const privacy = createRoute({
  ...keeping,
  path: '/privacy',
  component: lazyPage(() => import('../../features/accounts/me/privacy-page.tsx'), 'PrivacyPage'),
})
const consents = createRoute({
  ...keeping,
  path: '/consents',
  component: lazyPage(() => import('../../features/accounts/me/consents-page.tsx'), 'ConsentsPage'),
})
const helpers = createRoute({
  ...keeping,
  path: '/helpers',
  component: lazyPage(() => import('../../features/accounts/me/helpers-page.tsx'), 'HelpersPage'),
})
const data = createRoute({
  ...keeping,
  path: '/data',
  component: lazyPage(() => import('../../features/accounts/me/data-page.tsx'), 'DataPage'),
})

const policies = createRoute({
  ...parent,
  path: '/policies',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/comparison-page.tsx'), 'MyPolicies'),
})
const entitlements = createRoute({
  ...parent,
  path: '/policies/entitlements',
  loader: withTexts('policy', 'entitlements', 'cases'),
  component: lazyPage(() => import('../../features/policy/own/entitlements/entitlements-page.tsx'), 'MyEntitlements'),
})
const decisions = createRoute({
  ...parent,
  path: '/policies/decisions',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/decisions-page.tsx'), 'MyDecisions'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/records-page.tsx'), 'MyRecords'),
})
const decision = createRoute({
  ...parent,
  path: '/policies/decisions/$decisionId',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/decision-page.tsx'), 'MyDecision'),
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
