import { aspect } from '../aspect.ts'
import type { Job } from '../types.ts'

/** Age never decides, unless the law does: nobody below the legal age works, and some posts have limits by law. */
export const age = aspect<Job['age'], number | undefined>({
  ofJob: (job) => (job.age?.legal ? job.age : undefined),
  ofTalent: (talent) => talent.born,
  judge(limits, born, { settings, asOf }) {
    if (born === undefined) return { reason: { key: 'age.unknown', values: {} } }
    const oldest = Number(asOf.slice(0, 4)) - born
    const min = Math.max(settings.legalAge, limits?.min ?? 0)
    const max = limits?.max ?? Infinity
    // A birth year leaves a year open: whoever may be old enough, or young enough, passes.
    if (oldest < min)
      return {
        failure: { by: min - oldest, unit: 'years', isNear: false },
        reason: { key: 'age.below', values: { min } },
      }
    if (oldest - 1 > max)
      return {
        failure: { by: oldest - 1 - max, unit: 'years', isNear: false },
        reason: { key: 'age.above', values: { max } },
      }
    if (oldest - 1 < min) return { reason: { key: 'age.unsure', values: { min } } }
    return { reason: { key: 'age.met', values: {} } }
  },
})
