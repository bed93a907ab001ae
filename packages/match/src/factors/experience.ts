import { aspect, because } from '../aspect.ts'
import type { Reason, ReasonKey } from '../reasons/index.ts'

type Stated = number | undefined

/** Fewer years than the job asks for rule a talent out; more than it asks for never count against anybody. */
export const experience = aspect<Stated, Stated>({
  ofJob: (job) => job.years,
  ofTalent: (talent) => talent.years,
  judge(asked, years, { settings }) {
    if (asked === undefined)
      return { share: settings.unknown.experience, explain: becauseStated('experience.jobUnknown', asked, years) }
    if (years === undefined)
      return asked === 0
        ? { share: 1, explain: becauseStated('experience.notNeeded', asked, years) }
        : { share: settings.unknown.experience, explain: becauseStated('experience.talentUnknown', asked, years) }
    if (years < asked) {
      const by = asked - years
      const isNear = by <= settings.near.experienceYears
      return {
        share: 0,
        failure: { by, unit: 'years', isNear },
        explain: because('experience.below', { asked, years, by }),
      }
    }
    return { share: 1, explain: becauseStated(asked === 0 ? 'experience.notNeeded' : 'experience.met', asked, years) }
  },
})

const becauseStated = (key: ReasonKey, asked: Stated, years: Stated) => (): Reason => ({
  key,
  values: { ...(asked !== undefined && { asked }), ...(years !== undefined && { years }) },
})
