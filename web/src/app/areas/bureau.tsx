import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bureau',
  loader: withTexts('bureau', 'registry', 'ledger', 'desk', 'accounts', 'market', 'hiring', 'work', 'office'),
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
  validateSearch: texts('shown'),
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
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/overview-page.tsx'), 'OverviewPage'),
})
const entitled = createRoute({
  ...parent,
  path: '/policies/entitlements',
  validateSearch: texts('policy', 'state'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/entitled-page.tsx'), 'EntitledPage'),
})
const policySubject = createRoute({
  ...parent,
  path: '/policies/subject',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/subject/subject-page.tsx'), 'SubjectPage'),
})
const trial = createRoute({
  ...parent,
  path: '/policies/trial',
  validateSearch: texts('policy'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/trial/trial-page.tsx'), 'TrialPage'),
})
const keptDecision = createRoute({
  ...parent,
  path: '/policies/decisions/$decisionId',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/decision-page.tsx'), 'OfficerDecisionPage'),
})
const budget = createRoute({
  ...parent,
  path: '/policies/budget',
  validateSearch: texts('policy', 'budgetId'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/budget/budget-page.tsx'), 'BudgetPage'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  validateSearch: texts('importId'),
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/records/records-page.tsx'), 'RecordsPage'),
})
const policyFiles = createRoute({
  ...parent,
  path: '/policies/files',
  loader: withTexts('policy', 'entitlements'),
  component: lazyRouteComponent(() => import('../../features/policy/bureau/files-page.tsx'), 'FilesPage'),
})
const tasks = createRoute({
  ...parent,
  path: '/cases',
  validateSearch: texts('whose', 'service', 'stage', 'district', 'due', 'objections', 'code'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/office/inbox-page.tsx'), 'InboxPage'),
})
const allCases = createRoute({
  ...parent,
  path: '/cases/all',
  validateSearch: texts('service', 'district', 'open', 'due', 'code'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/office/all-cases-page.tsx'), 'AllCasesPage'),
})
const caseNotices = createRoute({
  ...parent,
  path: '/cases/notices',
  validateSearch: texts('service', 'open'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/office/notices-page.tsx'), 'OfficerNoticesPage'),
})
const officerCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/office/case-page.tsx'), 'OfficerCasePage'),
})
const counter = createRoute({
  ...parent,
  path: '/counter',
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/counter/counter-page.tsx'), 'CounterPage'),
})
const appointments = createRoute({
  ...parent,
  path: '/appointments',
  validateSearch: texts('on'),
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/counter/day-page.tsx'), 'DayPage'),
})
const duties = createRoute({
  ...parent,
  path: '/duties',
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/setup/duties-page.tsx'), 'DutiesPage'),
})
const counters = createRoute({
  ...parent,
  path: '/counters',
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/setup/counters-page.tsx'), 'CountersPage'),
})
const definitions = createRoute({
  ...parent,
  path: '/services',
  loader: withTexts('cases', 'services'),
  component: lazyRouteComponent(() => import('../../features/cases/setup/definitions-page.tsx'), 'DefinitionsPage'),
})
const paymentDesk = createRoute({
  ...parent,
  path: '/payments',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/desk/desk-page.tsx'), 'PaymentDeskPage'),
})
const payables = createRoute({
  ...parent,
  path: '/payments/payables',
  validateSearch: texts('status', 'policy', 'district', 'month', 'record'),
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/desk/payables-page.tsx'), 'PayablesPage'),
})
const payable = createRoute({
  ...parent,
  path: '/payments/payables/$payableId',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/desk/payable-page.tsx'), 'PayablePage'),
})
const batches = createRoute({
  ...parent,
  path: '/payments/batches',
  validateSearch: texts('status'),
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/batches/batches-page.tsx'), 'BatchesPage'),
})
const batch = createRoute({
  ...parent,
  path: '/payments/batches/$batchId',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/batches/batch-page.tsx'), 'BatchPage'),
})
const bankAnswers = createRoute({
  ...parent,
  path: '/payments/answers',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/answers/answers-page.tsx'), 'AnswersPage'),
})
const bankAnswer = createRoute({
  ...parent,
  path: '/payments/answers/$answerId',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/answers/answer-page.tsx'), 'AnswerPage'),
})
const accounts = createRoute({
  ...parent,
  path: '/payments/accounts',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/recoveries/accounts-page.tsx'), 'AccountsPage'),
})
const recoveries = createRoute({
  ...parent,
  path: '/payments/recoveries',
  validateSearch: texts('status'),
  loader: withTexts('payments'),
  component: lazyRouteComponent(
    () => import('../../features/payments/recoveries/recoveries-page.tsx'),
    'RecoveriesPage',
  ),
})
const recovery = createRoute({
  ...parent,
  path: '/payments/recoveries/$recoveryId',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/recoveries/recovery-page.tsx'), 'RecoveryPage'),
})
const findings = createRoute({
  ...parent,
  path: '/payments/findings',
  loader: withTexts('payments'),
  component: lazyRouteComponent(() => import('../../features/payments/recoveries/findings-page.tsx'), 'FindingsPage'),
})
const reconciliation = createRoute({
  ...parent,
  path: '/payments/reconciliation',
  validateSearch: texts('from', 'until', 'policy'),
  loader: withTexts('payments'),
  component: lazyRouteComponent(
    () => import('../../features/payments/desk/reconciliation-page.tsx'),
    'ReconciliationPage',
  ),
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
  paymentDesk,
  payables,
  payable,
  batches,
  batch,
  bankAnswers,
  bankAnswer,
  accounts,
  recoveries,
  recovery,
  findings,
  reconciliation,
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
