import { aspect, because } from '../aspect.ts'
import type { Reason } from '../reasons/index.ts'
import { skillItems, wishedItems } from './skill-items.ts'

/** What of the job's wishes the talent brings, each weighted by how rare it is. */
export const skills = aspect({
  ofJob: wishedItems,
  ofTalent: skillItems,
  judge(wished, brought, { settings, corpus }) {
    if (wished.length === 0) return { share: settings.unknown.skills, explain: because('skills.jobUnknown') }
    if (brought.length === 0)
      return {
        share: settings.unknown.skills,
        explain: because('skills.talentUnknown', { missing: wished }),
      }
    const has = new Set(brought)
    let gained = 0
    let total = 0
    for (const item of wished) {
      const weight = corpus.skillWeight(item)
      total += weight
      if (has.has(item)) gained += weight
    }
    return { share: skillShare(gained, total), explain: becauseShared(wished, has) }
  },
})

const becauseShared = (wished: readonly string[], has: ReadonlySet<string>) => (): Reason => {
  const shared = wished.filter((item) => has.has(item))
  const missing = wished.filter((item) => !has.has(item))
  const key = shared.length === 0 ? 'skills.none' : missing.length === 0 ? 'skills.all' : 'skills.some'
  return { key, values: { shared, missing } }
}

/**
 * The square root of the weight shared: a posting that lists twenty skills does not expect all of them, and the first
 * ones that meet tell most.
 */
export const skillShare = (gained: number, total: number): number => Math.sqrt(gained / total)
