import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bureau',
  loader: withTexts('bureau', 'registry', 'ledger', 'desk', 'accounts', 'market', 'hiring', 'work'),
  component: lazyRouteComponent(() => import('../../features/bureau/bureau-area.tsx'), 'BureauArea'),
})
const parent = { getParentRoute: () => area }

const home = createRoute({
  ...parent,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/bureau/bureau-page.tsx'), 'BureauPage'),
})
const verifications = createRoute({
  ...parent,
  path: '/verifications',
  validateSearch: texts('status', 'kind'),
  component: lazyRouteComponent(
    () => import('../../features/bureau/verification/verifications-page.tsx'),
    'VerificationsPage',
  ),
})
const verification = createRoute({
  ...parent,
  path: '/verifications/$verificationId',
  component: lazyRouteComponent(
    () => import('../../features/bureau/verification/verification-page.tsx'),
    'VerificationPage',
  ),
})
const licences = createRoute({
  ...parent,
  path: '/licences',
  component: lazyRouteComponent(() => import('../../features/bureau/licences/licences-page.tsx'), 'LicencesPage'),
})
const ending = createRoute({
  ...parent,
  path: '/licences/ending',
  component: lazyRouteComponent(() => import('../../features/bureau/licences/ending-page.tsx'), 'EndingPage'),
})
const organisations = createRoute({
  ...parent,
  path: '/organisations',
  validateSearch: texts('q', 'kind', 'district', 'verified', 'sort'),
  component: lazyRouteComponent(
    () => import('../../features/bureau/register/organisations-page.tsx'),
    'OrganisationsPage',
  ),
})
const organisation = createRoute({
  ...parent,
  path: '/organisations/$organisationId',
  component: lazyRouteComponent(
    () => import('../../features/bureau/register/organisation-page.tsx'),
    'OrganisationPage',
  ),
})
const people = createRoute({
  ...parent,
  path: '/people',
  component: lazyRouteComponent(() => import('../../features/bureau/people/people-page.tsx'), 'PeoplePage'),
})
const imports = createRoute({
  ...parent,
  path: '/imports',
  validateSearch: texts('importId'),
  component: lazyRouteComponent(() => import('../../features/bureau/imports/imports-page.tsx'), 'ImportsPage'),
})
const ledger = createRoute({
  ...parent,
  path: '/ledger',
  validateSearch: texts('kind', 'from', 'until', 'district', 'organisationId', 'entryId'),
  component: lazyRouteComponent(() => import('../../features/ledger/entries-page.tsx'), 'EntriesPage'),
})
const totals = createRoute({
  ...parent,
  path: '/ledger/totals',
  validateSearch: texts('kind', 'from', 'until', 'district'),
  component: lazyRouteComponent(() => import('../../features/ledger/totals-page.tsx'), 'TotalsPage'),
})
const chain = createRoute({
  ...parent,
  path: '/ledger/chain',
  component: lazyRouteComponent(() => import('../../features/ledger/chain-page.tsx'), 'ChainPage'),
})

const postings = createRoute({
  ...parent,
  path: '/postings',
  validateSearch: texts('district', 'signal'),
  component: lazyRouteComponent(() => import('../../features/bureau/market/moderation/queue-page.tsx'), 'QueuePage'),
})
const posting = createRoute({
  ...parent,
  path: '/postings/$jobId',
  component: lazyRouteComponent(
    () => import('../../features/bureau/market/moderation/posting-page.tsx'),
    'PostingPage',
  ),
})
const shortages = createRoute({
  ...parent,
  path: '/shortages',
  validateSearch: texts('district'),
  component: lazyRouteComponent(() => import('../../features/bureau/market/shortages-page.tsx'), 'ShortagesPage'),
})
const placements = createRoute({
  ...parent,
  path: '/placements',
  validateSearch: texts('district'),
  component: lazyRouteComponent(
    () => import('../../features/bureau/market/processes/placements-page.tsx'),
    'PlacementsPage',
  ),
})
const placement = createRoute({
  ...parent,
  path: '/placements/$processId',
  component: lazyRouteComponent(
    () => import('../../features/bureau/market/processes/placement-page.tsx'),
    'PlacementPage',
  ),
})
const silence = createRoute({
  ...parent,
  path: '/silence',
  component: lazyRouteComponent(() => import('../../features/bureau/market/silence-page.tsx'), 'SilencePage'),
})
const claims = createRoute({
  ...parent,
  path: '/claims',
  component: lazyRouteComponent(() => import('../../features/bureau/market/people/claims-page.tsx'), 'ClaimsPage'),
})
const pairs = createRoute({
  ...parent,
  path: '/pairs',
  component: lazyRouteComponent(() => import('../../features/bureau/market/people/pairs-page.tsx'), 'PairsPage'),
})
const searches = createRoute({
  ...parent,
  path: '/searches',
  validateSearch: texts('shown'),
  component: lazyRouteComponent(() => import('../../features/bureau/market/unmet-page.tsx'), 'UnmetPage'),
})
const policies = createRoute({
  ...parent,
  path: '/policies',
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/overview-page.tsx'), 'OverviewPage'),
})
const entitled = createRoute({
  ...parent,
  path: '/policies/entitlements',
  validateSearch: texts('policy', 'state'),
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/entitled-page.tsx'), 'EntitledPage'),
})
const policySubject = createRoute({
  ...parent,
  path: '/policies/subject',
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/subject/subject-page.tsx'), 'SubjectPage'),
})
const budget = createRoute({
  ...parent,
  path: '/policies/budget',
  validateSearch: texts('policy', 'budgetId'),
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/budget/budget-page.tsx'), 'BudgetPage'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  validateSearch: texts('importId'),
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/records/records-page.tsx'), 'RecordsPage'),
})
const policyFiles = createRoute({
  ...parent,
  path: '/policies/files',
  loader: withTexts('policy'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/files-page.tsx'), 'FilesPage'),
})

/** The desk of the bureau's officers. */
export const bureauRoutes = area.addChildren([
  home,
  verifications,
  verification,
  licences,
  ending,
  organisations,
  organisation,
  people,
  postings,
  posting,
  shortages,
  placements,
  placement,
  silence,
  claims,
  pairs,
  searches,
  policies,
  entitled,
  policySubject,
  budget,
  records,
  policyFiles,
  imports,
  ledger,
  totals,
  chain,
])
