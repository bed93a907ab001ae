import { aspect } from '../aspect.ts'
import { dayOf, readDay } from '../days.ts'
import type { Reason } from '../reasons/index.ts'
import type { Settings } from '../settings.ts'

type Stated = string | undefined

/** Fresh postings and fresh profiles first: each side gives half, falling evenly to nothing when it is stale. */
export const recency = aspect<Stated, Stated>({
  ofJob: (job) => readDay(job.updatedOn),
  ofTalent: (talent) => readDay(talent.updatedOn),
  judge(posted, renewed, { settings, asOf }) {
    const today = dayOf(asOf)
    const share = (freshness(posted, today, settings) + freshness(renewed, today, settings)) / 2
    return { share, explain: becauseDays(posted, renewed) }
  },
})

const freshness = (day: Stated, today: number, settings: Settings): number =>
  day === undefined
    ? settings.unknown.recency
    : Math.max(0, 1 - Math.max(0, Math.round(today - dayOf(day))) / settings.staleDays)

const becauseDays = (posted: Stated, renewed: Stated) => (): Reason => {
  const values = { ...(posted && { posted }), ...(renewed && { renewed }) }
  return { key: posted || renewed ? 'recency.known' : 'recency.unknown', values }
}
