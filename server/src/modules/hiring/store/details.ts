import { sql, type Insertable } from 'kysely'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import type { EventRow, FollowUpRow, HiringTables, MessageRow, NewEvent, ProcessRow, SlotRow } from '../tables.ts'

/** What lies around processes: events, times, messages, follow-ups. */

const db = (tx: Tx) => tx.withTables<HiringTables>()

export async function insertEvent(tx: Tx, row: NewEvent): Promise<void> {
  await db(tx).insertInto('hiring.event').values(row).execute()
}

/** The timeline of a process. */
export const eventsOf = (tx: Tx, city: string, processId: string): Promise<EventRow[]> =>
  db(tx)
    .selectFrom('hiring.event')
    .selectAll()
    .where('city', '=', city)
    .where('processId', '=', processId)
    .orderBy('seq')
    .execute()

export async function insertSlots(tx: Tx, rows: Insertable<HiringTables['hiring.slot']>[]): Promise<void> {
  await db(tx).insertInto('hiring.slot').values(rows).execute()
}

/** When the times began that were ever proposed to a process, by id. */
export async function slotTimes(tx: Tx, city: string, processId: string): Promise<Map<string, Date>> {
  const rows = await db(tx)
    .selectFrom('hiring.slot')
    .select(['id', 'startsAt'])
    .where('city', '=', city)
    .where('processId', '=', processId)
    .execute()
  return new Map(rows.map(({ id, startsAt }) => [id, startsAt]))
}

/** Times proposed to these processes, in order; those taken back are left out. */
export const slotsOf = (tx: Tx, city: string, processIds: readonly string[]): Promise<SlotRow[]> =>
  processIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('hiring.slot')
        .selectAll()
        .where('city', '=', city)
        .where('processId', 'in', processIds)
        .where('withdrawn', '=', false)
        .orderBy('startsAt')
        .orderBy('id')
        .execute()

/** Of these times, those that another process has; scope system, since it looks at the times of others. */
export async function takenElsewhere(tx: Tx, city: string, slots: readonly SlotRow[]): Promise<Set<string>> {
  if (slots.length === 0) return new Set()
  const rows = await db(tx)
    .selectFrom('hiring.slot')
    .select(['jobId', 'startsAt', 'place', 'processId'])
    .where('city', '=', city)
    .where('jobId', 'in', [...new Set(slots.map(({ jobId }) => jobId))])
    .where('startsAt', 'in', [...new Set(slots.map(({ startsAt }) => startsAt))])
    .where('booked', '=', true)
    .execute()
  const taken = slots.filter((slot) =>
    rows.some(
      (other) =>
        other.processId !== slot.processId &&
        other.jobId === slot.jobId &&
        other.place === slot.place &&
        other.startsAt.getTime() === slot.startsAt.getTime(),
    ),
  )
  return new Set(taken.map(({ id }) => id))
}

/** Gives back the time a process had; with `withdrawn`, none of its times may be chosen any more. */
export async function releaseSlots(tx: Tx, { city, id }: ProcessRow, withdrawn: boolean): Promise<void> {
  await db(tx)
    .updateTable('hiring.slot')
    .set(withdrawn ? { booked: false, withdrawn } : { booked: false })
    .where('city', '=', city)
    .where('processId', '=', id)
    .where(withdrawn ? 'withdrawn' : 'booked', '=', !withdrawn)
    .execute()
}

/** Takes a time; false where somebody else has it. The transaction is then of no more use. */
export async function bookSlot(tx: Tx, city: string, id: string): Promise<boolean> {
  try {
    await db(tx)
      .updateTable('hiring.slot')
      .set({ booked: true })
      .where('city', '=', city)
      .where('id', '=', id)
      .execute()
    return true
  } catch (error) {
    if (isDuplicate(error, 'slot_once')) return false
    throw error
  }
}

export async function insertMessage(tx: Tx, row: MessageRow): Promise<void> {
  await db(tx).insertInto('hiring.message').values(row).execute()
}

export const messagesOf = (tx: Tx, city: string, processId: string): Promise<MessageRow[]> =>
  db(tx)
    .selectFrom('hiring.message')
    .selectAll()
    .where('city', '=', city)
    .where('processId', '=', processId)
    .orderBy('sentAt')
    .orderBy('id')
    .execute()

type Sides = readonly MessageRow['side'][]

/** How many messages of these sides were not seen, by process. */
export async function unseen(
  tx: Tx,
  city: string,
  processIds: readonly string[],
  from: Sides,
): Promise<Map<string, number>> {
  if (processIds.length === 0) return new Map()
  const rows = await db(tx)
    .selectFrom('hiring.message')
    .select(['processId', sql<number>`count(*)::int`.as('count')])
    .where('city', '=', city)
    .where('processId', 'in', processIds)
    .where('side', 'in', from)
    .where('seenAt', 'is', null)
    .groupBy('processId')
    .execute()
  return new Map(rows.map(({ processId, count }) => [processId, count]))
}

export async function markSeen(tx: Tx, { city, id }: ProcessRow, from: Sides, at: Date): Promise<void> {
  await db(tx)
    .updateTable('hiring.message')
    .set({ seenAt: at })
    .where('city', '=', city)
    .where('processId', '=', id)
    .where('side', 'in', from)
    .where('seenAt', 'is', null)
    .execute()
}

export async function insertFollowUps(tx: Tx, rows: Insertable<HiringTables['hiring.followUp']>[]): Promise<void> {
  if (rows.length > 0) await db(tx).insertInto('hiring.followUp').values(rows).execute()
}

export const followUpsOf = (tx: Tx, city: string, processIds: readonly string[]): Promise<FollowUpRow[]> =>
  processIds.length === 0
    ? Promise.resolve([])
    : db(tx)
        .selectFrom('hiring.followUp')
        .selectAll()
        .where('city', '=', city)
        .where('processId', 'in', processIds)
        .orderBy('days')
        .execute()

/** The follow-up, where row-level security shows it to the caller. */
export const followUpById = (tx: Tx, city: string, id: string): Promise<FollowUpRow | undefined> =>
  db(tx).selectFrom('hiring.followUp').selectAll().where('city', '=', city).where('id', '=', id).executeTakeFirst()

type AnswerGiven = Pick<FollowUpRow, 'id' | 'answer' | 'answeredBy' | 'actorId' | 'note' | 'answeredAt'>

/** Answers a follow-up; false where it is not the caller's. A later answer replaces it. */
export async function answerFollowUp(tx: Tx, city: string, { id, ...answer }: AnswerGiven): Promise<boolean> {
  const { numUpdatedRows } = await db(tx)
    .updateTable('hiring.followUp')
    .set(answer)
    .where('city', '=', city)
    .where('id', '=', id)
    .executeTakeFirst()
  return numUpdatedRows === 1n
}

/** Follow-ups that are due and of which nobody was asked; scope system. */
export const followUpsDue = (tx: Tx, city: string, on: string, most: number): Promise<FollowUpRow[]> =>
  db(tx)
    .selectFrom('hiring.followUp')
    .selectAll()
    .where('city', '=', city)
    .where('askedAt', 'is', null)
    .where('dueOn', '<=', on)
    .orderBy('dueOn')
    .orderBy('id')
    .limit(most)
    .forUpdate()
    .skipLocked()
    .execute()

export async function markAsked(tx: Tx, city: string, ids: readonly string[], at: Date): Promise<void> {
  if (ids.length > 0)
    await db(tx)
      .updateTable('hiring.followUp')
      .set({ askedAt: at })
      .where('city', '=', city)
      .where('id', 'in', ids)
      .execute()
}
