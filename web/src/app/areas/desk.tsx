import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { texts } from '../search.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const chooser = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk',
  loader: withTexts('desk', 'registry'),
  component: lazyPage(() => import('../../features/desk/desks-page.tsx'), 'DesksPage'),
})
const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk/new',
  loader: withTexts('desk', 'registry'),
  component: lazyPage(() => import('../../features/desk/register-page.tsx'), 'RegisterPage'),
})
const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk/$organisationId',
  loader: withTexts('desk', 'registry', 'me', 'hiring', 'work'),
  component: lazyPage(() => import('../../features/desk/desk-area.tsx'), 'DeskArea'),
})
const parent = { getParentRoute: () => area }

const home = createRoute({
  ...parent,
  path: '/',
  component: lazyPage(() => import('../../features/desk/desk-page.tsx'), 'DeskPage'),
})
const jobs = createRoute({
  ...parent,
  path: '/jobs',
  validateSearch: texts('q', 'status'),
  component: lazyPage(() => import('../../features/desk/hiring/jobs/jobs-page.tsx'), 'JobsPage'),
})
const newJob = createRoute({
  ...parent,
  path: '/jobs/new',
  component: lazyPage(() => import('../../features/desk/hiring/posting/posting-page.tsx'), 'PostingPage'),
})
const jobsImport = createRoute({
  ...parent,
  path: '/jobs/import',
  validateSearch: texts('importId'),
  component: lazyPage(() => import('../../features/desk/hiring/imports/jobs-import-page.tsx'), 'JobsImportPage'),
})
const job = createRoute({
  ...parent,
  path: '/jobs/$jobId',
  validateSearch: texts('part', 'view', 'stage'),
  component: lazyPage(() => import('../../features/desk/hiring/jobs/job-page.tsx'), 'JobPage'),
})
const editJob = createRoute({
  ...parent,
  path: '/jobs/$jobId/edit',
  component: lazyPage(() => import('../../features/desk/hiring/posting/edit-posting-page.tsx'), 'EditPostingPage'),
})
const processes = createRoute({
  ...parent,
  path: '/processes',
  validateSearch: texts('shown', 'stage'),
  component: lazyPage(() => import('../../features/desk/hiring/processes/processes-page.tsx'), 'ProcessesPage'),
})
const process = createRoute({
  ...parent,
  path: '/processes/$processId',
  // An agency does there what the person it keeps would do.
  loader: withTexts('seeker'),
  component: lazyPage(() => import('../../features/desk/hiring/processes/process-page.tsx'), 'ProcessPage'),
})
const talents = createRoute({
  ...parent,
  path: '/talents',
  validateSearch: texts('q', 'place', 'occupation', 'certificate', 'education', 'pay', 'sort'),
  component: lazyPage(() => import('../../features/desk/hiring/talents/talents-page.tsx'), 'TalentsPage'),
})
const talent = createRoute({
  ...parent,
  path: '/talents/$talentId',
  validateSearch: texts('jobId'),
  component: lazyPage(() => import('../../features/desk/hiring/talents/talent-page.tsx'), 'TalentPage'),
})
const held = createRoute({
  ...parent,
  path: '/held',
  validateSearch: texts('shown'),
  component: lazyPage(() => import('../../features/desk/hiring/talents/held-page.tsx'), 'HeldPage'),
})
const heldImport = createRoute({
  ...parent,
  path: '/held/import',
  validateSearch: texts('importId'),
  component: lazyPage(() => import('../../features/desk/hiring/imports/talents-import-page.tsx'), 'TalentsImportPage'),
})
const analytics = createRoute({
  ...parent,
  path: '/hiring',
  validateSearch: texts('from', 'until'),
  component: lazyPage(() => import('../../features/desk/hiring/processes/analytics-page.tsx'), 'AnalyticsPage'),
})
const cases = createRoute({
  ...parent,
  path: '/cases',
  validateSearch: texts('shown'),
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/own/cases-page.tsx'), 'CasesPage'),
})
const oneCase = createRoute({
  ...parent,
  path: '/cases/$caseId',
  validateSearch: texts('sent'),
  loader: withTexts('cases', 'services', 'payments'),
  component: lazyPage(() => import('../../features/cases/own/case-page.tsx'), 'CasePage'),
})
const caseForm = createRoute({
  ...parent,
  path: '/forms/$draftId',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/form/case-form-page.tsx'), 'CaseFormPage'),
})
const appointments = createRoute({
  ...parent,
  path: '/appointments',
  loader: withTexts('cases', 'services'),
  component: lazyPage(() => import('../../features/cases/own/appointments-page.tsx'), 'AppointmentsPage'),
})
const payments = createRoute({
  ...parent,
  path: '/payments',
  loader: withTexts('payments'),
  component: lazyPage(() => import('../../features/payments/own/own-payments-page.tsx'), 'OwnPaymentsPage'),
})
const verification = createRoute({
  ...parent,
  path: '/verification',
  component: lazyPage(() => import('../../features/desk/verification/verification-page.tsx'), 'VerificationPage'),
})
const description = createRoute({
  ...parent,
  path: '/description',
  component: lazyPage(() => import('../../features/desk/description-page.tsx'), 'DescriptionPage'),
})
const licences = createRoute({
  ...parent,
  path: '/licences',
  component: lazyPage(() => import('../../features/desk/agency/licences-page.tsx'), 'LicencesPage'),
})
const practitioners = createRoute({
  ...parent,
  path: '/practitioners',
  component: lazyPage(() => import('../../features/desk/agency/practitioners-page.tsx'), 'PractitionersPage'),
})
const branches = createRoute({
  ...parent,
  path: '/branches',
  component: lazyPage(() => import('../../features/desk/agency/branches-page.tsx'), 'BranchesPage'),
})
const members = createRoute({
  ...parent,
  path: '/members',
  component: lazyPage(() => import('../../features/desk/members/members-page.tsx'), 'MembersPage'),
})
const mandates = createRoute({
  ...parent,
  path: '/mandates',
  component: lazyPage(() => import('../../features/desk/mandates/mandates-page.tsx'), 'MandatesPage'),
})
const history = createRoute({
  ...parent,
  path: '/standing',
  component: lazyPage(() => import('../../features/desk/standing-page.tsx'), 'StandingPage'),
})
const policies = createRoute({
  ...parent,
  path: '/policies',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/desk-pages.tsx'), 'DeskPolicies'),
})
const entitlements = createRoute({
  ...parent,
  path: '/policies/entitlements',
  loader: withTexts('policy', 'entitlements', 'cases'),
  component: lazyPage(() => import('../../features/policy/own/desk-pages.tsx'), 'DeskEntitlements'),
})
const decisions = createRoute({
  ...parent,
  path: '/policies/decisions',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/desk-pages.tsx'), 'DeskDecisions'),
})
const records = createRoute({
  ...parent,
  path: '/policies/records',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/desk-pages.tsx'), 'DeskRecords'),
})
const decision = createRoute({
  ...parent,
  path: '/policies/decisions/$decisionId',
  loader: withTexts('policy', 'entitlements'),
  component: lazyPage(() => import('../../features/policy/own/desk-pages.tsx'), 'DeskDecision'),
})

/** The desk of an organisation. */
export const deskRoutes = [
  chooser,
  register,
  area.addChildren([
    home,
    jobs,
    newJob,
    jobsImport,
    job,
    editJob,
    processes,
    process,
    talents,
    talent,
    held,
    heldImport,
    analytics,
    policies,
    entitlements,
    decisions,
    decision,
    records,
    cases,
    oneCase,
    caseForm,
    appointments,
    payments,
    verification,
    description,
    licences,
    practitioners,
    branches,
    members,
    mandates,
    history,
  ]),
] as const
