import { type EducationLevel, educationRank } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import type { Reason, ReasonKey } from '../reasons/index.ts'

type Stated = EducationLevel | undefined

export const education = aspect<Stated, Stated>({
  ofJob: (job) => job.education,
  ofTalent: (talent) => talent.education,
  judge(asked, held, { settings }) {
    if (asked === undefined || asked === 'none') return { explain: because('education.notAsked', asked, held) }
    if (held === undefined || held === 'none') return { explain: because('education.talentUnknown', asked, held) }
    const by = educationRank(asked) - educationRank(held)
    if (by <= 0) return { explain: because('education.met', asked, held) }
    const isNear = by <= settings.near.educationLevels
    return { failure: { by, unit: 'levels', isNear }, explain: because('education.below', asked, held) }
  },
})

const because = (key: ReasonKey, asked: Stated, held: Stated) => (): Reason => ({
  key,
  values: { asked: asked ?? '', held: held ?? '' },
})
