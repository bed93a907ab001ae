import { jobsFailures, platformFailures, talentsFailures } from '@renshu/contracts'
import { throwing } from '../../platform/errors.ts'

/** The module declares no failure of its own: what can be missing belongs to those below it. */
export const fail = {
  noProfile: throwing(talentsFailures).noProfile,
  noTalent: throwing(talentsFailures).noTalent,
  notListed: throwing(jobsFailures).notListed,
  noJob: throwing(jobsFailures).noJob,
  unavailable: throwing(platformFailures).unavailable,
}
