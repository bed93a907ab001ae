import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { texts } from '../search.ts'
import { area, parent } from './bureau-area.tsx'
import { paymentRooms } from './bureau-payments.tsx'
import { withTexts } from './room.ts'

/** Rooms of the register, of the hiring loop, and of the ledger: what their texts have in common. */
const registering = { ...parent, loader: withTexts('registry', 'desk', 'ledger', 'accounts') }
const hiring = { ...parent, loader: withTexts('hiring', 'work') }
const counting = { ...parent, loader: withTexts('ledger', 'registry') }

const home = createRoute({
  ...parent,
  path: '/',
  component: lazyPage(() => import('../../features/bureau/bureau-page.tsx'), 'BureauPage'),
})
const verifications = createRoute({
  ...registering,
  path: '/verifications',
  validateSearch: texts('status', 'kind'),
  component: lazyPage(() => import('../../features/bureau/verification/verifications-page.tsx'), 'VerificationsPage'),
})
const verification = createRoute({
  ...registering,
  path: '/verifications/$verificationId',
  component: lazyPage(() => import('../../features/bureau/verification/verification-page.tsx'), 'VerificationPage'),
})
const licences = createRoute({
  ...registering,
  path: '/licences',
  component: lazyPage(() => import('../../features/bureau/licences/licences-page.tsx'), 'LicencesPage'),
})
const ending = createRoute({
  ...registering,
  path: '/licences/ending',
  component: lazyPage(() => import('../../features/bureau/licences/ending-page.tsx'), 'EndingPage'),
})
const organisations = createRoute({
  ...registering,
  path: '/organisations',
  validateSearch: texts('q', 'kind', 'district', 'verified', 'sort'),
  component: lazyPage(() => import('../../features/bureau/register/organisations-page.tsx'), 'OrganisationsPage'),
})
const organisation = createRoute({
  ...registering,
  path: '/organisations/$organisationId',
  component: lazyPage(() => import('../../features/bureau/register/organisation-page.tsx'), 'OrganisationPage'),
})
const reports = createRoute({
  ...registering,
  path: '/reports',
  validateSearch: texts('year'),
  component: lazyPage(() => import('../../features/bureau/reports/reports-page.tsx'), 'ReportsPage'),
})
const people = createRoute({
  ...registering,
  path: '/people',
  component: lazyPage(() => import('../../features/bureau/people/people-page.tsx'), 'PeoplePage'),
})
const imports = createRoute({
  ...parent,
  path: '/imports',
  loader: withTexts('registry', 'hiring'),
  validateSearch: texts('importId'),
  component: lazyPage(() => import('../../features/bureau/imports/imports-page.tsx'), 'ImportsPage'),
})
const ledger = createRoute({
  ...counting,
  path: '/ledger',
  validateSearch: texts('kind', 'from', 'until', 'district', 'organisationId', 'entryId'),
  component: lazyPage(() => import('../../features/ledger/entries-page.tsx'), 'EntriesPage'),
})
const totals = createRoute({
  ...counting,
  path: '/ledger/totals',
  validateSearch: texts('kind', 'from', 'until', 'district'),
  component: lazyPage(() => import('../../features/ledger/totals-page.tsx'), 'TotalsPage'),
})
const chain = createRoute({
  ...counting,
  path: '/ledger/chain',
  component: lazyPage(() => import('../../features/ledger/chain-page.tsx'), 'ChainPage'),
})

const postings = createRoute({
  ...hiring,
  path: '/postings',
  validateSearch: texts('district', 'signal'),
  component: lazyPage(() => import('../../features/bureau/market/moderation/queue-page.tsx'), 'QueuePage'),
})
const posting = createRoute({
  ...hiring,
  path: '/postings/$jobId',
  component: lazyPage(() => import('../../features/bureau/market/moderation/posting-page.tsx'), 'PostingPage'),
})
const shortages = createRoute({
  ...hiring,
  path: '/shortages',
  validateSearch: texts('district'),
  component: lazyPage(() => import('../../features/bureau/market/shortages-page.tsx'), 'ShortagesPage'),
})
const placements = createRoute({
  ...hiring,
  path: '/placements',
  validateSearch: texts('district'),
  component: lazyPage(() => import('../../features/bureau/market/processes/placements-page.tsx'), 'PlacementsPage'),
})
const placement = createRoute({
  ...hiring,
  path: '/placements/$processId',
  component: lazyPage(() => import('../../features/bureau/market/processes/placement-page.tsx'), 'PlacementPage'),
})
const silence = createRoute({
  ...hiring,
  path: '/silence',
  component: lazyPage(() => import('../../features/bureau/market/silence-page.tsx'), 'SilencePage'),
})
const claims = createRoute({
  ...hiring,
  path: '/claims',
  validateSearch: texts('shown'),
  component: lazyPage(() => import('../../features/bureau/market/people/claims-page.tsx'), 'ClaimsPage'),
})
const pairs = createRoute({
  ...hiring,
  path: '/pairs',
  component: lazyPage(() => import('../../features/bureau/market/people/pairs-page.tsx'), 'PairsPage'),
})
const searches = createRoute({
  ...hiring,
  path: '/searches',
  validateSearch: texts('shown'),
  component: lazyPage(() => import('../../features/bureau/market/unmet-page.tsx'), 'UnmetPage'),
})
const policies = createRoute({
  ...parent,
  path: '/policies',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/overview-page.tsx'), 'OverviewPage'),
})
const entitled = createRoute({
  ...parent,
  path: '/policies/entitlements',
  validateSearch: texts('policy', 'state'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/entitled-page.tsx'), 'EntitledPage'),
})
const policySubject = createRoute({
  ...parent,
  path: '/policies/subject',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/subject/subject-page.tsx'), 'SubjectPage'),
})
const trial = createRoute({
  ...parent,
  path: '/policies/trial',
  validateSearch: texts('policy'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/trial/trial-page.tsx'), 'TrialPage'),
})
const keptDecision = createRoute({
  ...parent,
  path: '/policies/decisions/$decisionId',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/decision-page.tsx'), 'OfficerDecisionPage'),
})
const budget = createRoute({
  ...parent,
  path: '/policies/budget',
  validateSearch: texts('policy', 'budgetId'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/budget/budget-page.tsx'), 'BudgetPage'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  validateSearch: texts('importId'),
  loader: withTexts('policy', 'entitlements', 'hiring'),
  component: lazyPage(() => import('../../features/policy/bureau/records/records-page.tsx'), 'RecordsPage'),
})
const policyFiles = createRoute({
  ...parent,
  path: '/policies/files',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/bureau/files-page.tsx'), 'FilesPage'),
})
const tasks = createRoute({
  ...parent,
  path: '/cases',
  validateSearch: texts('whose', 'service', 'stage', 'district', 'due', 'objections', 'code'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/office/inbox-page.tsx'), 'InboxPage'),
})
const allCases = createRoute({
  ...parent,
  path: '/cases/all',
  validateSearch: texts('service', 'district', 'open', 'due', 'code'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/office/all-cases-page.tsx'), 'AllCasesPage'),
})
const caseNotices = createRoute({
  ...parent,
  path: '/cases/notices',
  validateSearch: texts('service', 'open'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/office/notices-page.tsx'), 'OfficerNoticesPage'),
})
const officerCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  loader: withTexts('cases', 'services', 'payments'),
  component: lazyPage(() => import('../../features/cases/office/case-page.tsx'), 'OfficerCasePage'),
})
const counter = createRoute({
  ...parent,
  path: '/counter',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/counter/counter-page.tsx'), 'CounterPage'),
})
const appointments = createRoute({
  ...parent,
  path: '/appointments',
  validateSearch: texts('on'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/counter/day-page.tsx'), 'DayPage'),
})
const duties = createRoute({
  ...parent,
  path: '/duties',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/setup/duties-page.tsx'), 'DutiesPage'),
})
const counters = createRoute({
  ...parent,
  path: '/counters',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/setup/counters-page.tsx'), 'CountersPage'),
})
const definitions = createRoute({
  ...parent,
  path: '/services',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/setup/definitions-page.tsx'), 'DefinitionsPage'),
})
/** The desk of the bureau's officers. */
export const bureauRoutes = area.addChildren([
  home,
  tasks,
  allCases,
  caseNotices,
  officerCase,
  counter,
  appointments,
  duties,
  counters,
  definitions,
  ...paymentRooms,
  verifications,
  verification,
  licences,
  ending,
  organisations,
  organisation,
  reports,
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
  trial,
  keptDecision,
  budget,
  records,
  policyFiles,
  imports,
  ledger,
  totals,
  chain,
])
