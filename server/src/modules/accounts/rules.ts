import { division, isWithin } from '@renshu/codes'
import { platformFailures, type SensitiveField } from '@renshu/contracts'
import { dayOf } from '../../platform/clock.ts'
import { AppError } from '../../platform/errors.ts'
import type { Context } from '../../platform/http/index.ts'
import { fail } from './errors.ts'

export const MINUTE = 60_000
export const DAY = 86_400_000

/**
 * An officer's district is one of the city's.
 * @throws accounts.foreignDistrict
 */
export function requireOwnDistrict(district: string | null, city: string): void {
  if (district === null) return
  if (division(district)?.level !== 'district' || !isWithin(district, city)) throw fail.foreignDistrict()
}

/** How long a sign-in lasts. Officers hold other people's data and sign in every working day. */
export const lifeOf = (isOfficer: boolean): number => (isOfficer ? 12 * 60 * MINUTE : 30 * DAY)

export const CODE_LIFE = 5 * MINUTE
/** How long after the identity provider asked anew a device may do what needs a proof, where there is no phone. */
export const RECENT = 10 * MINUTE
/** Wrong entries of one code, or of one authenticator, before it is closed. */
export const MOST_TRIES = 5
export const LOCK = 15 * MINUTE
export const INVITATION_LIFE = 7 * DAY
const LONGEST_MANDATE = 3 * 366

/** At most so many codes for one phone in so many minutes. */
const CODE_LIMITS = [
  { times: 5, minutes: 10 },
  { times: 20, minutes: 24 * 60 },
]

/**
 * @param sent instants of the codes of the last day
 * @throws accounts.tooManyCodes with the minutes to wait
 */
export function limitCodes(sent: readonly Date[], now: Date): void {
  for (const { times, minutes } of CODE_LIMITS) {
    const since = now.getTime() - minutes * MINUTE
    const within = sent.map((at) => at.getTime()).filter((at) => at > since)
    if (within.length < times) continue
    throw fail.tooManyCodes({ minutes: Math.max(1, Math.ceil((Math.min(...within) - since) / MINUTE)) })
  }
}

/** A sensitive value as it may be shown to anybody who may see the record. */
export function masked(field: SensitiveField, value: string | null): string | null {
  if (value === null) return null
  if (field === 'phone') return `${value.slice(0, 3)}****${value.slice(-4)}`
  if (field === 'residentId') return `${value.slice(0, 3)}***********${value.slice(-4)}`
  const at = value.lastIndexOf('@')
  return `${value.slice(0, 1)}***${value.slice(at)}`
}

/**
 * The person who asks, for what only the person may do.
 * @throws platform.notMandated for a helper
 */
export function ownId({ actor }: Pick<Context, 'actor'>): string {
  if (!actor.personId) throw new AppError(platformFailures.signedOut)
  if (actor.forPersonId) throw new AppError(platformFailures.notMandated)
  return actor.personId
}

/**
 * A mandate ends after today, not before it begins, and within three years.
 * @throws accounts.mandatePeriod
 */
export function checkPeriod(from: string, until: string, now: Date): void {
  const last = dayOf(new Date(now.getTime() + LONGEST_MANDATE * DAY))
  if (until <= dayOf(now) || until < from || until > last) throw fail.mandatePeriod()
}
