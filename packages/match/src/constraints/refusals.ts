import type { Shift } from '@renshu/codes'
import { type Scene, aspect, because } from '../aspect.ts'
import type { Job, Refusals } from '../types.ts'

type Nature = Pick<Job, 'employer' | 'industry' | 'shifts' | 'occupations'>

/** Three shifts always have a night; two may be an early and a late one. */
const HAVE_A_NIGHT: ReadonlySet<Shift> = new Set(['night', 'threeShift'])
/** A name shorter than this would refuse half the town. */
const SHORTEST_NAME = 2

const NONE = { explain: because('refusals.none') }

/** What the talent will not do. A job with several shifts is refused only when every one of them is. */
export const refusals = aspect<Nature, Refusals | undefined>({
  ofJob: ({ employer, industry, shifts, occupations }) => ({
    occupations: occupations.slice(0, 1),
    ...(employer !== undefined && { employer }),
    ...(industry !== undefined && { industry }),
    ...(shifts && { shifts }),
  }),
  ofTalent: (talent) => talent.refuses,
  judge(job, refuses, scene) {
    const found = refuses && findRefusal(job, refuses, scene)
    if (!found) return NONE
    return { failure: { isNear: false }, explain: found }
  },
})

function findRefusal({ employer, industry, shifts, occupations }: Nature, refuses: Refusals, { settings }: Scene) {
  if (employer !== undefined && refuses.employers?.some((name) => isSameEmployer(name, employer)))
    return because('refusals.employer', { employer })
  const refusedIndustry = refuses.industries?.find((code) => code !== '' && industry?.startsWith(code))
  if (refusedIndustry !== undefined) return because('refusals.industry', { industry: refusedIndustry })
  if (shifts && shifts.length > 0 && shifts.every((shift) => isRefused(shift, refuses.shifts ?? [])))
    return because('refusals.shifts', { shifts })
  const [best] = occupations
  if (!best || best.confidence < settings.sureReading) return undefined
  const root = refuses.occupations?.find((code) => best.code === code || best.code.startsWith(`${code}-`))
  return root === undefined ? undefined : because('refusals.occupation', { occupation: root })
}

const isRefused = (shift: Shift, refused: readonly Shift[]): boolean =>
  refused.includes(shift) || (refused.includes('night') && HAVE_A_NIGHT.has(shift))

/** A short name refuses the full one, and the full one the short. */
function isSameEmployer(refused: string, employer: string): boolean {
  const [a, b] = [refused.trim(), employer.trim()]
  return Math.min(a.length, b.length) >= SHORTEST_NAME && (a.includes(b) || b.includes(a))
}
