import { createRoute, lazyRouteComponent } from '@tanstack/react-router'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const chooser = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk',
  loader: withTexts('desk', 'registry'),
  component: lazyRouteComponent(() => import('../../features/desk/desks-page.tsx'), 'DesksPage'),
})
const register = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk/new',
  loader: withTexts('desk', 'registry'),
  component: lazyRouteComponent(() => import('../../features/desk/register-page.tsx'), 'RegisterPage'),
})
const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/desk/$organisationId',
  loader: withTexts('desk', 'registry', 'me'),
  component: lazyRouteComponent(() => import('../../features/desk/desk-area.tsx'), 'DeskArea'),
})
const parent = { getParentRoute: () => area }

const home = createRoute({
  ...parent,
  path: '/',
  component: lazyRouteComponent(() => import('../../features/desk/desk-page.tsx'), 'DeskPage'),
})
const verification = createRoute({
  ...parent,
  path: '/verification',
  component: lazyRouteComponent(
    () => import('../../features/desk/verification/verification-page.tsx'),
    'VerificationPage',
  ),
})
const description = createRoute({
  ...parent,
  path: '/description',
  component: lazyRouteComponent(() => import('../../features/desk/description-page.tsx'), 'DescriptionPage'),
})
const licences = createRoute({
  ...parent,
  path: '/licences',
  component: lazyRouteComponent(() => import('../../features/desk/agency/licences-page.tsx'), 'LicencesPage'),
})
const practitioners = createRoute({
  ...parent,
  path: '/practitioners',
  component: lazyRouteComponent(() => import('../../features/desk/agency/practitioners-page.tsx'), 'PractitionersPage'),
})
const branches = createRoute({
  ...parent,
  path: '/branches',
  component: lazyRouteComponent(() => import('../../features/desk/agency/branches-page.tsx'), 'BranchesPage'),
})
const members = createRoute({
  ...parent,
  path: '/members',
  component: lazyRouteComponent(() => import('../../features/desk/members/members-page.tsx'), 'MembersPage'),
})
const mandates = createRoute({
  ...parent,
  path: '/mandates',
  component: lazyRouteComponent(() => import('../../features/desk/mandates/mandates-page.tsx'), 'MandatesPage'),
})
const history = createRoute({
  ...parent,
  path: '/standing',
  component: lazyRouteComponent(() => import('../../features/desk/standing-page.tsx'), 'StandingPage'),
})

/** The desk of an organisation. */
export const deskRoutes = [
  chooser,
  register,
  area.addChildren([home, verification, description, licences, practitioners, branches, members, mandates, history]),
] as const
