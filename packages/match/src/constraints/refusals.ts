import { aspect } from '../aspect.ts'
import type { Job, Refusals } from '../types.ts'

type Nature = Pick<Job, 'employer' | 'industry' | 'shifts' | 'occupations'>

/** What the talent will not do. A job with several shifts is refused only when every one of them is. */
export const refusals = aspect<Nature, Refusals | undefined>({
  ofJob: ({ employer, industry, shifts, occupations }) => ({
    occupations: occupations.slice(0, 1),
    ...(employer !== undefined && { employer }),
    ...(industry !== undefined && { industry }),
    ...(shifts && { shifts }),
  }),
  ofTalent: (talent) => talent.refuses,
  judge(job, refuses) {
    const found = refuses && findRefusal(job, refuses)
    if (!found) return { reason: { key: 'refusals.none', values: {} } }
    return { failure: { isNear: false }, reason: found }
  },
})

function findRefusal({ employer, industry, shifts, occupations }: Nature, refuses: Refusals) {
  if (employer !== undefined && refuses.employers?.some((name) => employer.includes(name)))
    return { key: 'refusals.employer', values: { employer } } as const
  if (industry !== undefined && refuses.industries?.some((code) => industry.startsWith(code)))
    return { key: 'refusals.industry', values: { industry } } as const
  if (shifts && shifts.length > 0 && shifts.every((shift) => refuses.shifts?.includes(shift)))
    return { key: 'refusals.shifts', values: { shifts } } as const
  const refused = occupations.find(({ code }) =>
    refuses.occupations?.some((root) => code === root || code.startsWith(`${root}-`)),
  )
  if (refused) return { key: 'refusals.occupation', values: { occupation: refused.code } } as const
  return undefined
}
