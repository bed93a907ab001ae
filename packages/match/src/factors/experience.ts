import { aspect } from '../aspect.ts'

/** Fewer years than the job asks for rule a talent out; many more than it asks for count for less. */
export const experience = aspect<number | undefined, number | undefined>({
  ofJob: (job) => job.years,
  ofTalent: (talent) => talent.years,
  judge(asked, years, { settings }) {
    const values = { ...(asked !== undefined && { asked }), ...(years !== undefined && { years }) }
    if (asked === undefined)
      return { share: settings.unknown.experience, reason: { key: 'experience.jobUnknown', values } }
    if (years === undefined)
      return asked === 0
        ? { share: 1, reason: { key: 'experience.notNeeded', values } }
        : { share: settings.unknown.experience, reason: { key: 'experience.talentUnknown', values } }
    if (years < asked) {
      const by = asked - years
      const isNear = by <= settings.near.experienceYears
      return {
        share: 0,
        failure: { by, unit: 'years', isNear },
        reason: { key: 'experience.below', values: { ...values, by } },
      }
    }
    const { full, half } = settings.experienceExcess
    const share = 1 - 0.5 * Math.min(1, Math.max(0, (years - asked - full) / Math.max(1, half - full)))
    return {
      share,
      reason: { key: share < 1 ? 'experience.above' : asked === 0 ? 'experience.notNeeded' : 'experience.met', values },
    }
  },
})
