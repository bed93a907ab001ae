import { certificate } from '@renshu/codes'
import { aspect } from '../aspect.ts'
import { skillItems, wishedItems } from './skill-items.ts'

/** The share of what the job would like, weighted by how rare each skill is, that the talent brings. */
export const skills = aspect({
  ofJob: wishedItems,
  ofTalent: skillItems,
  judge(wished, brought, { settings, corpus }) {
    if (wished.length === 0) return { share: settings.unknown.skills, reason: { key: 'skills.jobUnknown', values: {} } }
    if (brought.length === 0)
      return {
        share: settings.unknown.skills,
        reason: { key: 'skills.talentUnknown', values: { missing: wished.map(itemName) } },
      }
    const has = new Set(brought)
    const shared = wished.filter((item) => has.has(item))
    const weigh = (items: string[]) => items.reduce((sum, item) => sum + corpus.skillWeight(item), 0)
    const missing = wished.filter((item) => !has.has(item))
    const key = shared.length === 0 ? 'skills.none' : missing.length === 0 ? 'skills.all' : 'skills.some'
    const values = { shared: shared.map(itemName), missing: missing.map(itemName) }
    return { share: weigh(shared) / weigh(wished), reason: { key, values } }
  },
})

const itemName = (item: string): string => certificate(item)?.name ?? item
