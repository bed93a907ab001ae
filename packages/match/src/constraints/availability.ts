import { aspect, plainly } from '../aspect.ts'
import { daysBetween, readDay } from '../days.ts'
import type { Reason, ReasonKey } from '../reasons/index.ts'

const UNKNOWN = { explain: plainly('availability.unknown') }

export const availability = aspect<string | undefined, string | undefined>({
  ofJob: (job) => readDay(job.startBy),
  ofTalent: (talent) => readDay(talent.availableFrom),
  judge(startBy, availableFrom, { settings }) {
    if (!startBy || !availableFrom) return UNKNOWN
    const by = daysBetween(startBy, availableFrom)
    const because = (key: ReasonKey) => (): Reason => ({ key, values: { startBy, availableFrom, by } })
    if (by <= 0) return { explain: because('availability.met') }
    const isNear = by <= settings.near.availabilityDays
    return { failure: { by, unit: 'days', isNear }, explain: because('availability.late') }
  },
})
