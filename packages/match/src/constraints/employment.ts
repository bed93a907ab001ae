import type { EmploymentType } from '@renshu/codes'
import { aspect, because } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'

export const employment = aspect<EmploymentType[], EmploymentType[]>({
  ofJob: (job) => job.employment ?? [],
  ofTalent: (talent) => talent.employment ?? [],
  judge(offered, accepted) {
    if (offered.length === 0 || accepted.length === 0)
      return { explain: because('employment.unknown', { offered, accepted }) }
    if (offered.some((type) => accepted.includes(type))) return { explain: becauseShared(offered, accepted) }
    return {
      failure: { isNear: false },
      explain: because('employment.other', { offered, accepted }),
    }
  },
})

const becauseShared = (offered: EmploymentType[], accepted: EmploymentType[]) => (): Reason => {
  const shared = offered.filter((type) => accepted.includes(type))
  return { key: 'employment.met', values: { offered, accepted, shared } }
}
