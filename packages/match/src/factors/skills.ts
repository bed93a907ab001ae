import { aspect } from '../aspect.ts'
import { skillItems, wishedItems } from './skill-items.ts'

/** What of the job's wishes the talent brings, each weighted by how rare it is. */
export const skills = aspect({
  ofJob: wishedItems,
  ofTalent: skillItems,
  judge(wished, brought, { settings, corpus }) {
    if (wished.length === 0) return { share: settings.unknown.skills, reason: { key: 'skills.jobUnknown', values: {} } }
    if (brought.length === 0)
      return {
        share: settings.unknown.skills,
        reason: { key: 'skills.talentUnknown', values: { missing: wished } },
      }
    const has = new Set(brought)
    const shared = wished.filter((item) => has.has(item))
    const weigh = (items: string[]) => items.reduce((sum, item) => sum + corpus.skillWeight(item), 0)
    const missing = wished.filter((item) => !has.has(item))
    const key = shared.length === 0 ? 'skills.none' : missing.length === 0 ? 'skills.all' : 'skills.some'
    const values = { shared, missing }
    return { share: skillShare(weigh(shared), weigh(wished)), reason: { key, values } }
  },
})

/**
 * The square root of the weight shared: a posting that lists twenty skills does not expect all of them, and the first
 * ones that meet tell most.
 */
export const skillShare = (gained: number, total: number): number => Math.sqrt(gained / total)
