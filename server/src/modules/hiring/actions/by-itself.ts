import type { SystemReason } from '@renshu/contracts'
import type { Desk } from '../desk.ts'
import { tellEmployer, tellTalent } from '../notices/tell.ts'
import type { ProcessRow } from '../tables.ts'
import { advance } from './advance.ts'

/** What happens without anybody's doing, each to one process that is held; scope `system`. False: not now. */

/** Reminds whoever the process waits for: an employer of its answer, both of their word on the first day of work. */
export async function remind(desk: Desk, row: ProcessRow): Promise<boolean> {
  const after = await advance(desk, row, { who: 'system', move: { step: 'remind' } })
  if (!after) return false
  const kind = after.stage === 'accepted' ? 'confirmStart' : 'answerDue'
  if (after.stage === 'accepted' && !after.confirmedByTalent) await tellTalent(desk, after, kind)
  if (!after.confirmedByEmployer) await tellEmployer(desk, after, kind)
  return true
}

const silenceOf = ({ stage, waitsFor }: ProcessRow): SystemReason =>
  stage === 'offered' ? 'offerExpired' : waitsFor === 'employer' ? 'employerSilent' : 'talentSilent'

/** Ends a process that waited too long; an employer's silence is counted. */
export async function lapse(desk: Desk, row: ProcessRow): Promise<boolean> {
  const reason = silenceOf(row)
  const after = await advance(desk, row, { who: 'system', move: { step: 'lapse' }, reason })
  if (!after) return false
  await tellTalent(desk, after, reason === 'employerSilent' ? reason : 'talentSilent')
  return true
}

/** The posting is closed: what led to no offer ends with it. */
export async function closeWithJob(desk: Desk, row: ProcessRow): Promise<void> {
  const after = await advance(desk, row, { who: 'system', move: { step: 'close' }, reason: 'jobClosed' })
  if (after) await tellTalent(desk, after, 'closed')
}

/** The other profile of the same person has a process about the same posting. */
export async function closeAsMerged(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'system', move: { step: 'close' }, reason: 'merged' })
}

export async function eraseFrom(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'system', move: { step: 'erase' } })
}

/** The consent to show the contact is gone: it disappears from a process that goes on. */
export async function hideContact(desk: Desk, row: ProcessRow): Promise<void> {
  await advance(desk, row, { who: 'talent', move: { step: 'share', shareContact: false } })
}
