import { aspect } from '../aspect.ts'
import { daysBetween, readDay } from '../days.ts'

export const availability = aspect<string | undefined, string | undefined>({
  ofJob: (job) => readDay(job.startBy),
  ofTalent: (talent) => readDay(talent.availableFrom),
  judge(startBy, availableFrom, { settings }) {
    if (!startBy || !availableFrom) return { reason: { key: 'availability.unknown', values: {} } }
    const by = daysBetween(startBy, availableFrom)
    const values = { startBy, availableFrom, by }
    if (by <= 0) return { reason: { key: 'availability.met', values } }
    const isNear = by <= settings.near.availabilityDays
    return { failure: { by, unit: 'days', isNear }, reason: { key: 'availability.late', values } }
  },
})
