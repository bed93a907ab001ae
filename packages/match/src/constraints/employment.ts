import type { EmploymentType } from '@renshu/codes'
import { aspect } from '../aspect.ts'

export const employment = aspect<EmploymentType[], EmploymentType[]>({
  ofJob: (job) => job.employment ?? [],
  ofTalent: (talent) => talent.employment ?? [],
  judge(offered, accepted) {
    const values = { offered, accepted }
    if (offered.length === 0 || accepted.length === 0) return { reason: { key: 'employment.unknown', values } }
    const shared = offered.filter((type) => accepted.includes(type))
    if (shared.length > 0) return { reason: { key: 'employment.met', values: { ...values, shared } } }
    return { failure: { isNear: false }, reason: { key: 'employment.other', values } }
  },
})
