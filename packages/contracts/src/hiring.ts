import { deskHiringRoutes, officerHiringRoutes, talentHiringRoutes } from './hiring/routes.ts'

export { ApplyBody, InviteBody, PlaceBody, ProcessesQuery, StepBody } from './hiring/bodies.ts'
export { hiringFailures } from './hiring/failures.ts'
export {
  Channel,
  Message as HiringMessage,
  OPEN_STAGES,
  Process,
  ProcessEvent,
  ProcessFile,
  RefusalReason,
  Stage,
  Step,
  SystemReason,
  WithdrawReason,
} from './hiring/records.ts'

/** From application to placement: 应聘. */
export const hiringRoutes = { ...talentHiringRoutes, ...deskHiringRoutes, ...officerHiringRoutes }
