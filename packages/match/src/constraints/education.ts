import { type EducationLevel, educationRank } from '@renshu/codes'
import { aspect, because } from '../aspect.ts'

type Stated = EducationLevel | undefined

export const education = aspect<Stated, Stated>({
  ofJob: (job) => job.education,
  ofTalent: (talent) => talent.education,
  judge(asked, held, { settings }) {
    const values = { asked: asked ?? '', held: held ?? '' }
    if (asked === undefined || asked === 'none') return { explain: because('education.notAsked', values) }
    if (held === undefined || held === 'none') return { explain: because('education.talentUnknown', values) }
    const by = educationRank(asked) - educationRank(held)
    if (by <= 0) return { explain: because('education.met', values) }
    const isNear = by <= settings.near.educationLevels
    return { failure: { by, unit: 'levels', isNear }, explain: because('education.below', values) }
  },
})
