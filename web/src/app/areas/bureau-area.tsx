import { createRoute } from '@tanstack/react-router'
import { lazyPage } from '../network/lazy-page.ts'
import { withTexts } from './room.ts'
import { rootRoute } from './root.tsx'

export const area = createRoute({
  getParentRoute: () => rootRoute,
  path: '/bureau',
  loader: withTexts('bureau', 'market', 'office'),
  component: lazyPage(() => import('../../features/bureau/bureau-area.tsx'), 'BureauArea'),
})
/** What every room of the bureau begins with. */
export const parent = { getParentRoute: () => area }
