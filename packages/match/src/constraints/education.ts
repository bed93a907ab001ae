import { type EducationLevel, educationRank } from '@renshu/codes'
import { aspect } from '../aspect.ts'

export const education = aspect<EducationLevel | undefined, EducationLevel | undefined>({
  ofJob: (job) => job.education,
  ofTalent: (talent) => talent.education,
  judge(asked, held, { settings }) {
    const values = { asked: asked ?? '', held: held ?? '' }
    if (asked === undefined || asked === 'none') return { reason: { key: 'education.notAsked', values } }
    if (held === undefined || held === 'none') return { reason: { key: 'education.talentUnknown', values } }
    const by = educationRank(asked) - educationRank(held)
    if (by <= 0) return { reason: { key: 'education.met', values } }
    const failure = { by, unit: 'levels', isNear: by <= settings.near.educationLevels } as const
    return { failure, reason: { key: 'education.below', values } }
  },
})
