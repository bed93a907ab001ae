import { officerPolicyRoutes } from './officer-routes.ts'
import { organisationPolicyRoutes, personPolicyRoutes } from './own-routes.ts'
import { publicPolicyRoutes } from './public-routes.ts'

export * from './decisions.ts'
export { policyFailures } from './failures.ts'
export * from './library.ts'
export * from './officers.ts'
export { officerPolicyRoutes, organisationPolicyRoutes, personPolicyRoutes, publicPolicyRoutes }
export * from './values.ts'

/** The library and its calculator, decisions and entitlements of one's own, and the officers' desk. Decision 0018. */
export const policyRoutes = {
  ...publicPolicyRoutes,
  ...personPolicyRoutes,
  ...organisationPolicyRoutes,
  ...officerPolicyRoutes,
}
