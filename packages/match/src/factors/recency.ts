import { aspect } from '../aspect.ts'
import { daysBetween, readDay } from '../days.ts'

/** Fresh postings and fresh profiles first: each side gives half, falling evenly to nothing when it is stale. */
export const recency = aspect<string | undefined, string | undefined>({
  ofJob: (job) => readDay(job.updatedOn),
  ofTalent: (talent) => readDay(talent.updatedOn),
  judge(posted, renewed, { settings, asOf }) {
    const freshness = (day: string | undefined) =>
      day === undefined
        ? settings.unknown.recency
        : Math.max(0, 1 - Math.max(0, daysBetween(day, asOf)) / settings.staleDays)
    const share = (freshness(posted) + freshness(renewed)) / 2
    const values = { ...(posted && { posted }), ...(renewed && { renewed }) }
    return { share, reason: { key: posted || renewed ? 'recency.known' : 'recency.unknown', values } }
  },
})
