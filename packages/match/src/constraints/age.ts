import { aspect, plainly } from '../aspect.ts'
import type { Job } from '../types.ts'

const UNKNOWN = { explain: plainly('age.unknown') }
const MET = { explain: plainly('age.met') }

/** Age never decides, unless the law does: nobody below the legal age works, and some posts have limits by law. */
export const age = aspect<Job['age'], number | undefined>({
  ofJob: (job) => (job.age?.legal ? job.age : undefined),
  ofTalent: (talent) => talent.born,
  judge(limits, born, { settings, asOf }) {
    if (born === undefined) return UNKNOWN
    const oldest = Number(asOf.slice(0, 4)) - born
    const min = Math.max(settings.legalAge, limits?.min ?? 0)
    const max = limits?.max ?? Infinity
    // A birth year leaves a year open: whoever may be old enough, or young enough, passes.
    if (oldest < min)
      return {
        failure: { by: min - oldest, unit: 'years', isNear: false },
        explain: () => ({ key: 'age.below', values: { min } }),
      }
    if (oldest - 1 > max)
      return {
        failure: { by: oldest - 1 - max, unit: 'years', isNear: false },
        explain: () => ({ key: 'age.above', values: { max } }),
      }
    if (oldest - 1 < min) return { explain: () => ({ key: 'age.unsure', values: { min } }) }
    return MET
  },
})
