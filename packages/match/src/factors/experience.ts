import { aspect } from '../aspect.ts'

/** Fewer years than the job asks for rule a talent out; more than it asks for never count against anybody. */
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
    return { share: 1, reason: { key: asked === 0 ? 'experience.notNeeded' : 'experience.met', values } }
  },
})
