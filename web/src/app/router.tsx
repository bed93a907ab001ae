import { createRouter } from '@tanstack/react-router'
import { Broken } from './layout/broken.tsx'
import { bureauRoutes } from './areas/bureau.tsx'
import { cityRoutes } from './areas/city.tsx'
import { deskRoutes } from './areas/desk.tsx'
import { meRoutes } from './areas/me.tsx'
import { rootRoute } from './areas/root.tsx'
import { siteRoutes } from './areas/site.tsx'
import { parseSearch, writeSearch } from './search.ts'

export const router = createRouter({
  routeTree: rootRoute.addChildren([...siteRoutes, meRoutes, ...deskRoutes, bureauRoutes, cityRoutes]),
  defaultPreload: 'intent',
  // A page that fails leaves the rest of the site where it is.
  defaultErrorComponent: Broken,
  scrollRestoration: true,
  parseSearch,
  stringifySearch: writeSearch,
})

declare module '@tanstack/react-router' {
  interface Register {
    router: typeof router
  }
}
