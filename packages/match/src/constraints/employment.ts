import type { EmploymentType } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'

export const employment = aspect<EmploymentType[], EmploymentType[]>({
  ofJob: (job) => job.employment ?? [],
  ofTalent: (talent) => talent.employment ?? [],
  judge(offered, accepted) {
    if (offered.length === 0 || accepted.length === 0)
      return { explain: () => ({ key: 'employment.unknown', values: { offered, accepted } }) }
    if (offered.some((type) => accepted.includes(type))) return { explain: () => explainShared(offered, accepted) }
    return {
      failure: { isNear: false },
      explain: () => ({ key: 'employment.other', values: { offered, accepted } }),
    }
  },
})

function explainShared(offered: EmploymentType[], accepted: EmploymentType[]): Reason {
  const shared = offered.filter((type) => accepted.includes(type))
  return { key: 'employment.met', values: { offered, accepted, shared } }
}
