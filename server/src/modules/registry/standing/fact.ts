/** One dated fact that standing is computed from. Days are inclusive; `untilOn` null holds without end. */
export interface Fact {
  id: string
  kind: 'verified' | 'licence' | 'sanction' | 'trustLevel' | 'closed'
  /**
   * licence: `kind`, `number`, `covers`. sanction: `blocks` false for a mere warning. trustLevel: `allows`. What a fact
   * leaves out is read against the organisation.
   */
  detail: Record<string, unknown>
  fromOn: string
  untilOn: string | null
  recordedAt: Date
  withdrawnAt: Date | null
}

export const inForce = ({ fromOn, untilOn }: Fact, on: string): boolean =>
  fromOn <= on && (untilOn === null || on <= untilOn)

/** Whether a fact was known at an instant; null asks for what is known now. */
export const isKnown = ({ recordedAt, withdrawnAt }: Fact, at: Date | null): boolean =>
  at === null ? withdrawnAt === null : recordedAt <= at && (withdrawnAt === null || withdrawnAt > at)

const DAY = 86_400_000

/** @param day at most 9999-12-30 */
export const dayAfter = (day: string): string => new Date(Date.parse(day) + DAY).toISOString().slice(0, 10)
