import { aspect, because } from '../aspect.ts'
import { daysBetween, readDay } from '../days.ts'

const UNKNOWN = { explain: because('availability.unknown') }

export const availability = aspect<string | undefined, string | undefined>({
  ofJob: (job) => readDay(job.startBy),
  ofTalent: (talent) => readDay(talent.availableFrom),
  judge(startBy, availableFrom, { settings }) {
    if (!startBy || !availableFrom) return UNKNOWN
    const by = daysBetween(startBy, availableFrom)
    const values = { startBy, availableFrom, by }
    if (by <= 0) return { explain: because('availability.met', values) }
    const isNear = by <= settings.near.availabilityDays
    return { failure: { by, unit: 'days', isNear }, explain: because('availability.late', values) }
  },
})
