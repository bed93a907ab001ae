import { platformFailures, type Process, type StepBody } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { giveConsent } from '../../accounts/index.ts'
import { fail } from '../errors.ts'
import { badDayOf, may, type Move, type Who } from '../rules/index.ts'
import { bookSlot, insertSlots, releaseSlots, slotsOf } from '../store/details.ts'
import { holdProcess } from '../store/processes.ts'
import { partiesOf, stateOf } from '../store/rows.ts'
import type { ProcessRow } from '../tables.ts'
import { describeOne } from '../views/describe.ts'
import { advance, notNow, type Stepping } from './advance.ts'
import { CONTACT } from './begin.ts'
import { requireRecruiting } from './standing.ts'

/** As whom the caller takes part in a process he may see; empty: not at all. */
export type RolesIn = (row: ProcessRow) => Who[]

/** @throws hiring.noProcess */
export async function holdOwn(context: Context, id: string, rolesIn: RolesIn): Promise<[ProcessRow, Who[]]> {
  const row = await holdProcess(context.tx, context.city, id)
  const roles = row ? rolesIn(row) : []
  if (!row || roles.length === 0) throw fail.noProcess()
  return [row, roles]
}

/** @throws platform.stale */
export function requireVersion(row: ProcessRow, version: number): void {
  if (row.version !== version) throw new AppError(platformFailures.stale)
}

/** Days ahead within which an interview lies. */
const FARTHEST = 366
const DAY = 86_400_000

/** Proposes times instead of those proposed before. @throws hiring.slotPast, hiring.badDay */
async function propose(context: Context, row: ProcessRow, { slots }: Extract<StepBody, { step: 'propose' }>) {
  const { tx, now, newId } = context
  if (slots.some(({ startsAt }) => new Date(startsAt) <= now())) throw fail.slotPast()
  const last = new Date(Math.max(...slots.map(({ startsAt }) => Date.parse(startsAt))))
  if (last.getTime() > now().getTime() + FARTHEST * DAY) throw fail.badDay({ day: last.toISOString().slice(0, 10) })
  await releaseSlots(tx, row, true)
  await insertSlots(
    tx,
    slots.map(({ startsAt, ...slot }) => ({
      ...partiesOf(row),
      id: newId(),
      processId: row.id,
      jobId: row.jobId,
      startsAt: new Date(startsAt),
      ...slot,
      booked: false,
    })),
  )
  return { lastSlotOn: dayOf(last) }
}

/** Takes one of the times proposed, for the one taken before. @throws hiring.slotTaken, hiring.slotPast */
async function book({ tx, city, now }: Context, row: ProcessRow, slotId: string) {
  const slot = (await slotsOf(tx, city, [row.id])).find(({ id }) => id === slotId)
  if (!slot) throw fail.slotTaken()
  if (slot.startsAt <= now()) throw fail.slotPast()
  await releaseSlots(tx, row, false)
  if (!(await bookSlot(tx, city, slot.id))) throw fail.slotTaken()
  return { interviewOn: dayOf(slot.startsAt), kept: { slotId } }
}

/** What a step does before the state changes; what its event keeps besides. */
async function prepare(context: Context, row: ProcessRow, who: Who, body: StepBody): Promise<Partial<Stepping>> {
  switch (body.step) {
    case 'agree':
    case 'share':
      if (body.shareContact && who === 'talent')
        await giveConsent(context, { ...CONTACT, recipient: row.organisationId })
      return {}
    case 'propose':
      return propose(context, row, body)
    case 'book':
      return book(context, row, body.slotId)
    case 'offer':
      await requireRecruiting(context, row)
      return {}
    case 'refuse':
    case 'decline':
    case 'withdraw':
      return { reason: body.reason }
    default:
      return {}
  }
}

/** What the event keeps of a step: for `propose` the times stand in their own table. */
function moveOf(body: StepBody): Move {
  const { version: _, ...move } = body
  if (move.step === 'propose') return { step: 'propose' }
  if (move.step === 'offer' || move.step === 'dispute') return move
  const { note: __, reason: ___, slotId: ____, ...bare } = { note: '', reason: '', slotId: '', ...move }
  return bare as Move
}

/**
 * One step of the caller in a process that is his.
 * @throws hiring.noProcess, platform.stale, hiring.notNow, hiring.jobHeld, hiring.badDay, and what the step itself may meet
 */
export async function takeStep(
  context: Context,
  processId: string,
  body: StepBody,
  rolesIn: RolesIn,
): Promise<Process> {
  const [row, roles] = await holdOwn(context, processId, rolesIn)
  requireVersion(row, body.version)
  const today = dayOf(context.now())
  const who = roles.find((role) => may(stateOf(row), [role], today).includes(body.step))
  if (!who) throw row.held ? fail.jobHeld() : notNow(row, body.step, context.language)
  const move = moveOf(body)
  const day = badDayOf(move, today, dayOf(row.startedAt))
  if (day) throw fail.badDay({ day })
  const prepared = await prepare(context, row, who, body)
  const note = 'note' in body ? body.note : ''
  const after = await advance(context, row, { who, move, note, ...prepared })
  if (!after) throw notNow(row, body.step, context.language)
  return describeOne(context, after, roles)
}
