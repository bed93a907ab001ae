import { publicHiringRoutes } from './public-routes.ts'
import { deskHiringRoutes, officerHiringRoutes, talentHiringRoutes } from './routes.ts'

export { ApplyBody, InviteBody, PlaceBody, ProcessesQuery, StepBody } from './bodies.ts'
export { hiringFailures } from './failures.ts'
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
} from './records.ts'

/** From application to placement: 应聘. */
export const hiringRoutes = {
  ...publicHiringRoutes,
  ...talentHiringRoutes,
  ...deskHiringRoutes,
  ...officerHiringRoutes,
}
