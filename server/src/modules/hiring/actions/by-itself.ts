import type { SystemReason } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import type { Desk } from '../desk.ts'
import { giveBackOpening, type OwnedJob, takeOpening } from '../../jobs/index.ts'
import { tellAgency, tellEmployer } from '../notices/tell-employer.ts'
import { tellTalent } from '../notices/tell.ts'
import { addDays, daysBetween } from '../rules/index.ts'
import { eventsOf, slotsOf } from '../store/details.ts'
import { moveToJob } from '../store/processes.ts'
import type { ProcessRow } from '../tables.ts'
import { advance } from './advance.ts'

/** What happens without anybody's doing, each to one process that is held; scope `system`. False: not now. */

/** Reminds whoever the process waits for: an employer of its answer, both of their word on the first day of work. */
export async function remind(desk: Desk, row: ProcessRow): Promise<boolean> {
  const after = await advance(desk, row, { who: 'system', move: { step: 'remind' } })
  if (!after) return false
  const isAccepted = after.stage === 'accepted'
  if (isAccepted && !after.confirmedByTalent) await tellTalent(desk, after, 'confirmStart')
  if (!after.confirmedByEmployer) await tellEmployer(desk, after, isAccepted ? 'confirmStart' : 'answerDue')
  return true
}

const silenceOf = ({ stage, waitsFor }: ProcessRow): SystemReason =>
  stage === 'offered' ? 'offerExpired' : waitsFor === 'employer' ? 'employerSilent' : 'talentSilent'

/** Ends a process that waited too long; an employer's silence is counted. One that rested ends as its posting did. */
export async function lapse(desk: Desk, row: ProcessRow): Promise<boolean> {
  if (row.held) return endAsRefused(desk, row)
  const reason = silenceOf(row)
  return (await advance(desk, row, { who: 'system', move: { step: 'lapse' }, reason })) !== undefined
}

/** The posting was refused and stayed it: neither the talent nor the employer ended the process. */
async function endAsRefused(desk: Desk, row: ProcessRow): Promise<boolean> {
  return (await advance(desk, row, { who: 'system', move: { step: 'close' }, reason: 'jobRefused' })) !== undefined
}

/** The posting is closed: what led to no offer ends with it; where it had been refused, an offer too. */
export async function closeWithJob(desk: Desk, row: ProcessRow): Promise<void> {
  if (row.held) {
    await endAsRefused(desk, row)
    return
  }
  const after = await advance(desk, row, { who: 'system', move: { step: 'close' }, reason: 'jobClosed' })
  if (after) await tellTalent(desk, after, 'closed')
}

/** Another process of the same person about the same posting goes on: this one ends, and an opening it took is free. */
export async function endAsMerged(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'system', move: { step: 'merge' }, reason: 'merged' })
}

/**
 * Its posting was merged into another one of the same employer, and the process goes on there: one that was accepted
 * with its opening. An offer stays with the posting that has an opening for it.
 * @returns the process after it; undefined where it cannot go on there
 */
export async function moveWithMerge(desk: Desk, row: ProcessRow, into: OwnedJob): Promise<ProcessRow | undefined> {
  const { tx, city } = desk
  if (row.stage === 'offered' && into.taken >= into.openings) return undefined
  if (row.stage === 'accepted') {
    if (!(await takeOpening(tx, city, into.id))) return undefined
    await giveBackOpening(tx, city, row.jobId)
  }
  const kept = { from: row.jobId, into: into.id }
  const after = await advance(desk, row, { who: 'system', move: { step: 'move' }, reason: 'jobMerged', kept })
  if (!after) return undefined
  const place = {
    jobId: into.id,
    jobTitle: into.title,
    toldHash: into.contentHash,
    occupation: into.occupation,
    industry: into.industry,
  }
  await moveToJob(tx, after, place)
  const moved = { ...after, ...place }
  await tellTalent(desk, moved, 'jobMoved')
  return moved
}

/** Its posting was merged into one where it cannot go on: what led to no offer ends, and the person is told where. */
export async function endWithMerge(desk: Desk, row: ProcessRow, into: string): Promise<void> {
  const after = await advance(desk, row, { who: 'system', move: { step: 'close' }, reason: 'jobMerged' })
  if (after) await tellTalent(desk, after, 'jobMerged', `${desk.origin ?? ''}/jobs/${into}`)
}

/** The last day of an offer that rested: as many days are left as were when its posting was refused. */
async function laterAnswer({ tx, city, now }: Desk, { id, stage, offer }: ProcessRow): Promise<string | undefined> {
  if (stage !== 'offered' || !offer) return undefined
  const since = (await eventsOf(tx, city, id)).findLast(({ step }) => step === 'hold')
  const left = since ? daysBetween(dayOf(since.happenedAt), offer.answerBy) : -1
  return left < 0 ? undefined : addDays(dayOf(now()), left)
}

/** The posting was refused: the process rests until an officer approves it, at most for the days of the city. */
async function hold(desk: Desk, row: ProcessRow): Promise<void> {
  const after = await advance(desk, row, { who: 'system', move: { step: 'hold' } })
  if (!after) return
  await tellTalent(desk, after, after.stage === 'offered' ? 'offerHeld' : 'jobHeld')
  if (!after.personId) await tellAgency(desk, after)
}

/** The posting was refused, or is approved again: the process rests, or goes on from today. */
export async function holdWithJob(desk: Desk, row: ProcessRow, held: boolean): Promise<void> {
  if (row.held === held) return
  if (held) return hold(desk, row)
  const slots = await slotsOf(desk.tx, desk.city, [row.id])
  const answerBy = await laterAnswer(desk, row)
  const booked = slots.find((slot) => slot.booked)
  const last = slots.at(-1)
  const after = await advance(desk, row, {
    who: 'system',
    move: { step: 'release', ...(answerBy && { answerBy }) },
    ...(booked && { interviewOn: dayOf(booked.startsAt) }),
    ...(last && { lastSlotOn: dayOf(last.startsAt) }),
  })
  if (after) await tellTalent(desk, after, 'jobReleased')
}

export async function eraseFrom(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'system', move: { step: 'erase' } })
}

/** The consent to show the contact is gone: it disappears from a process that goes on. */
export async function hideContact(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'talent', move: { step: 'share', shareContact: false } })
}

/** The process is another profile's now, which never agreed to show the contact there: who it is of is asked again. */
export async function hideAsMerged(desk: Desk, row: ProcessRow): Promise<void> {
  const move = { step: 'share', shareContact: false } as const
  const after = await advance(desk, row, { who: 'system', move, reason: 'merged' })
  if (after) await tellTalent(desk, after, 'contactHidden')
}
