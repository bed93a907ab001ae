import { directoryRoutes } from './directory.ts'
import { memberRoutes } from './member.ts'
import { officerRoutes } from './officer.ts'

export * from './bodies.ts'
/** What anybody may read: a public page loads no other part of the registry. */
export { directoryRoutes } from './directory.ts'
export { registryFailures } from './failures.ts'
export * from './records.ts'
export * from './standing.ts'

/** `districts` stands before `profile`, whose path would take it. */
export const registryRoutes = { ...directoryRoutes, ...memberRoutes, ...officerRoutes }
