import type { Step } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../desk.ts'
import type { Who } from '../rules/index.ts'
import { countArrived, countEnded, stepsSince } from '../store/told.ts'
import type { ProcessRow, Reason } from '../tables.ts'
import { type NoticeKind, tellTalent } from './tell.ts'
import { type EmployerNotice, tellAgency, tellEmployer } from './tell-employer.ts'

interface Taken {
  before: ProcessRow
  after: ProcessRow
  who: Who
  reason?: Reason | undefined
}

/** Who is told of a step; the employer of what `arrived` or `ended` once a day, but for the first that arrives. */
interface Told {
  talent?: NoticeKind
  employer?: EmployerNotice | 'arrived' | 'ended'
}

/** Somebody counts on it: an interview, an offer, a first day of work. */
const isExpected = ({ stage, booked }: ProcessRow): boolean =>
  stage === 'offered' || stage === 'accepted' || (stage === 'interview' && booked)

const toOther = ({ who }: Taken, talent: NoticeKind, employer: EmployerNotice): Told =>
  who === 'employer' ? { talent } : { employer }

const TOLD: Partial<Record<Step, (taken: Taken) => Told>> = {
  propose: () => ({ talent: 'proposed' }),
  offer: () => ({ talent: 'offered' }),
  refuse: () => ({ talent: 'refused' }),
  agree: ({ before }) => ({ employer: before.stage === 'invited' ? 'agreed' : 'arrived' }),
  book: () => ({ employer: 'booked' }),
  accept: () => ({ employer: 'accepted' }),
  // Of a recommendation that was declined the employer waited for nothing.
  decline: ({ before }) => ({ employer: before.stage === 'recommended' ? 'ended' : 'declined' }),
  withdraw: ({ before }) => ({ employer: isExpected(before) ? 'withdrawn' : 'ended' }),
  erase: ({ before }) => ({ employer: isExpected(before) ? 'erased' : 'ended' }),
  lapse: ({ reason }) =>
    reason === 'employerSilent'
      ? { talent: 'employerSilent', employer: 'ended' }
      : { talent: 'talentSilent', employer: reason === 'offerExpired' ? 'offerLapsed' : 'ended' },
  close: ({ reason }) => (reason === 'jobRefused' ? { talent: 'jobRefused', employer: 'ended' } : {}),
  confirm: (taken) =>
    taken.after.stage === 'placed' ? toOther(taken, 'placed', 'placed') : toOther(taken, 'startSaid', 'startSaid'),
  dispute: (taken) => toOther(taken, 'disputed', 'disputed'),
  place: () => ({ talent: 'placedByOfficer', employer: 'placed' }),
}

/** Steps that can be taken again and again, told so many times a day. */
const AGAIN: ReadonlySet<Step> = new Set(['propose', 'book', 'confirm', 'dispute'])
const MOST_A_DAY = 3

async function isTooOften({ tx, now, asSystem }: Desk, row: ProcessRow, step: Step): Promise<boolean> {
  if (!AGAIN.has(step)) return false
  const since = new Date(`${dayOf(now())}T00:00:00+08:00`)
  return (await asSystem(() => stepsSince(tx, row, step, since))) > MOST_A_DAY
}

/** A process of which the employer hears for the first time. */
export async function tellArrival(desk: Desk, row: ProcessRow): Promise<void> {
  const { tx, now, asSystem } = desk
  if (row.agencyId === row.organisationId) return
  if (await asSystem(() => countArrived(tx, { ...row, on: dayOf(now()) }))) await tellEmployer(desk, row, 'applied')
}

async function toEmployer(desk: Desk, row: ProcessRow, kind: NonNullable<Told['employer']>): Promise<void> {
  if (kind === 'arrived') return tellArrival(desk, row)
  if (kind === 'ended') return desk.asSystem(() => countEnded(desk.tx, { ...row, on: dayOf(desk.now()) }))
  return tellEmployer(desk, row, kind)
}

/** Of these the agency hears that keeps the talent; the rest it sees at its desk. */
const FOR_AGENCY: ReadonlySet<NoticeKind> = new Set([
  'proposed',
  'offered',
  'jobRefused',
  'startSaid',
  'disputed',
  'placedByOfficer',
])

/** Tells the other side of a step, in the transaction that takes it; nobody of what he did himself. */
export async function tellOfStep(desk: Desk, step: Step, taken: Taken): Promise<void> {
  const { talent, employer } = TOLD[step]?.(taken) ?? {}
  const { after, who } = taken
  if ((!talent && !employer) || (await isTooOften(desk, after, step))) return
  if (talent) await tellTalent(desk, after, talent)
  if (talent && FOR_AGENCY.has(talent) && after.personId === null) await tellAgency(desk, after)
  // An agency that posted the job and keeps the talent did it itself.
  if (employer && !(who === 'agency' && after.agencyId === after.organisationId))
    await toEmployer(desk, after, employer)
}
