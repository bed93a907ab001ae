import { aspect, because } from '../aspect.ts'
import { yearOf } from '../days.ts'
import type { Job } from '../types.ts'

const UNKNOWN = { explain: because('age.unknown') }
const MET = { explain: because('age.met') }

/** Age never decides, unless the law does: nobody below the legal age works, and some posts have limits by law. */
export const age = aspect<Job['age'], number | undefined>({
  ofJob: (job) => (job.age?.legal ? job.age : undefined),
  ofTalent: (talent) => talent.born,
  judge(limits, born, { settings, asOf }) {
    if (born === undefined) return UNKNOWN
    const oldest = yearOf(asOf) - born
    const min = Math.max(settings.legalAge, limits?.min ?? 0)
    const max = limits?.max ?? Infinity
    // A birth year leaves a year open: whoever may be old enough, or young enough, passes.
    if (oldest < min)
      return {
        failure: { by: min - oldest, unit: 'years', isNear: false },
        explain: because('age.below', { min }),
      }
    if (oldest - 1 > max)
      return {
        failure: { by: oldest - 1 - max, unit: 'years', isNear: false },
        explain: because('age.above', { max }),
      }
    if (oldest - 1 < min) return { explain: because('age.unsure', { min }) }
    return MET
  },
})
