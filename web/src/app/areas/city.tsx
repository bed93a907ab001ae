import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/city',
  loader: withTexts('city', 'accounts'),
  component: lazyPage(() => import('../../features/city/city-area.tsx'), 'CityArea'),
})
const parent = { getParentRoute: () => area }

const home = createRoute({
  ...parent,
  path: '/',
  component: lazyPage(() => import('../../features/city/city-page.tsx'), 'CityPage'),
})
const parameters = createRoute({
  ...parent,
  path: '/parameters',
  component: lazyPage(() => import('../../features/city/parameters-page.tsx'), 'ParametersPage'),
})
const officers = createRoute({
  ...parent,
  path: '/officers',
  component: lazyPage(() => import('../../features/city/officers-page.tsx'), 'OfficersPage'),
})

/** What is local: the city, its parameters, its officers. */
export const cityRoutes = area.addChildren([home, parameters, officers])
