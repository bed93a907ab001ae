import { type Scene, aspect } from '../aspect.ts'
import { daysBetween, readDay } from '../days.ts'
import type { Reason } from '../reasons/index.ts'

type Stated = string | undefined

/** Fresh postings and fresh profiles first: each side gives half, falling evenly to nothing when it is stale. */
export const recency = aspect<Stated, Stated>({
  ofJob: (job) => readDay(job.updatedOn),
  ofTalent: (talent) => readDay(talent.updatedOn),
  judge(posted, renewed, scene) {
    const share = (freshness(posted, scene) + freshness(renewed, scene)) / 2
    return { share, explain: () => explainDays(posted, renewed) }
  },
})

const freshness = (day: Stated, { settings, asOf }: Scene): number =>
  day === undefined
    ? settings.unknown.recency
    : Math.max(0, 1 - Math.max(0, daysBetween(day, asOf)) / settings.staleDays)

function explainDays(posted: Stated, renewed: Stated): Reason {
  const values = { ...(posted && { posted }), ...(renewed && { renewed }) }
  return { key: posted || renewed ? 'recency.known' : 'recency.unknown', values }
}
