import { directoryRoutes } from './registry/directory.ts'
import { memberRoutes } from './registry/member.ts'
import { officerRoutes } from './registry/officer.ts'

export * from './registry/bodies.ts'
export { registryFailures } from './registry/failures.ts'
export * from './registry/records.ts'
export * from './registry/standing.ts'

/** `districts` stands before `profile`, whose path would take it. */
export const registryRoutes = { ...directoryRoutes, ...memberRoutes, ...officerRoutes }
