import { dayOf } from '../../../platform/clock.ts'
import { jobStates } from '../../jobs/index.ts'
import { holdWithJob } from '../actions/by-itself.ts'
import type { Hear } from '../desk.ts'
import { openProcessesBy } from '../store/processes.ts'

/** Processes rest while their posting is refused. What holds is how the posting stands now, whatever was told. */
export const jobModerated: Hear = async (desk, { jobId = '' }) => {
  const { tx, city, now } = desk
  const state = (await jobStates(tx, city, [jobId], dayOf(now()))).get(jobId)
  if (!state) return
  for (const row of await openProcessesBy(tx, city, 'jobId', jobId)) await holdWithJob(desk, row, state.refused)
}
