import { OPEN_STAGES, platformFailures, type Stage } from '@renshu/contracts'
import { sql, type Updateable } from 'kysely'
import { isDuplicate, type Tx } from '../../../platform/database/index.ts'
import { AppError } from '../../../platform/errors.ts'
import { pageOf } from '../../../platform/pages.ts'
import type { HiringTables, NewProcess, ProcessRow } from '../tables.ts'
import { placeOf } from './cursor.ts'

const OPEN = [...OPEN_STAGES]
const all = (tx: Tx, city: string) =>
  tx.withTables<HiringTables>().selectFrom('hiring.process').selectAll().where('city', '=', city)

/** The process, where row-level security shows it to the caller. */
export const processById = (tx: Tx, city: string, id: string): Promise<ProcessRow | undefined> =>
  all(tx, city).where('id', '=', id).executeTakeFirst()

/** The same, held until the transaction ends; for who may take a step. */
export const holdProcess = (tx: Tx, city: string, id: string): Promise<ProcessRow | undefined> =>
  all(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

/** A new process; false where the job and the talent have an open one. The transaction is then of no more use. */
export async function insertProcess(tx: Tx, row: NewProcess): Promise<boolean> {
  try {
    await tx.withTables<HiringTables>().insertInto('hiring.process').values(row).execute()
    return true
  } catch (error) {
    if (isDuplicate(error, 'process_open')) return false
    throw error
  }
}

type Changed = Updateable<HiringTables['hiring.process']>

/**
 * Changes a process that was held, and counts its version up.
 * @throws platform.stale
 */
export async function updateProcess(
  tx: Tx,
  { city, id, version }: Pick<ProcessRow, 'city' | 'id' | 'version'>,
  set: Changed,
): Promise<void> {
  const { numUpdatedRows } = await tx
    .withTables<HiringTables>()
    .updateTable('hiring.process')
    .set({ ...set, version: version + 1 })
    .where('city', '=', city)
    .where('id', '=', id)
    .where('version', '=', version)
    .executeTakeFirst()
  if (numUpdatedRows !== 1n) throw new AppError(platformFailures.stale)
}

/** Whose processes a list shows. */
export type Whose =
  | { personId: string }
  /** As employer or as the agency that keeps the talent. */
  | { organisationId: string }
  /** Accepted, with the first day of work behind them; `district` null: of the whole city. */
  | { district: string | null; startOnBefore: string }

export interface ProcessesPage {
  limit: number
  cursor?: string | undefined
  stage?: Stage | undefined
  open?: boolean | undefined
  jobId?: string | undefined
  overdue?: boolean | undefined
  followUp?: boolean | undefined
  talentId?: string | readonly string[] | undefined
}

/** Processes the caller may see, the last changed first. */
export async function processesPage(tx: Tx, city: string, whose: Whose, page: ProcessesPage, today: string) {
  let query = tx.withTables<HiringTables>().selectFrom('hiring.process').where('city', '=', city)
  if ('personId' in whose) query = query.where('personId', '=', whose.personId)
  else if ('organisationId' in whose)
    query = query.where((row) =>
      row.or([row('organisationId', '=', whose.organisationId), row('agencyId', '=', whose.organisationId)]),
    )
  else {
    query = query.where('stage', '=', 'accepted').where(sql<boolean>`offer ->> 'startOn' <= ${whose.startOnBefore}`)
    if (whose.district !== null) query = query.where('district', '=', whose.district)
  }
  if (page.stage) query = query.where('stage', '=', page.stage)
  if (page.open !== undefined) query = query.where('stage', page.open ? 'in' : 'not in', OPEN)
  if (page.jobId) query = query.where('jobId', '=', page.jobId)
  if (page.overdue !== undefined) query = query.where(isOverdue(today, page.overdue))
  if (page.talentId) query = query.where('talentId', 'in', [page.talentId].flat())
  if (page.followUp !== undefined) query = query.where(isAsked(whose, today, page.followUp))
  const from = placeOf(page.cursor)
  let rows = query
    .selectAll()
    .orderBy('changedAt', 'desc')
    .orderBy('id', 'desc')
    .limit(page.limit + 1)
  if (from) rows = rows.where(sql<boolean>`(changed_at, id) < (${from[0]}::timestamptz, ${from[1]}::uuid)`)
  const { total } = await query.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(await rows.execute(), page.limit, total, ({ changedAt, id }) => [changedAt.toISOString(), id])
}

const isOverdue = (today: string, overdue: boolean) =>
  overdue
    ? sql<boolean>`answer_by < ${today}::date and stage in (${sql.join(OPEN)})`
    : sql<boolean>`(answer_by is null or answer_by >= ${today}::date or stage not in (${sql.join(OPEN)}))`

/** Whether a follow-up is due that nobody answered; an organisation answers those of talents it keeps. */
function isAsked(whose: Whose, today: string, asked: boolean) {
  const kept = 'organisationId' in whose ? sql`process.agency_id = ${whose.organisationId} and` : sql``
  const due = sql`(${kept} exists (select 1 from hiring.follow_up asked where asked.city = process.city
    and asked.process_id = process.id and asked.answer is null and asked.due_on <= ${today}::date))`
  return asked ? sql<boolean>`${due} is true` : sql<boolean>`${due} is not true`
}

/** Open processes by one of what they belong to, oldest first; scope system. */
export const openProcessesBy = (
  tx: Tx,
  city: string,
  by: 'jobId' | 'talentId' | 'organisationId' | 'employerId' | 'personId',
  value: string,
): Promise<ProcessRow[]> =>
  all(tx, city)
    .where(by, '=', value)
    .where('stage', 'in', OPEN)
    .orderBy('startedAt')
    .orderBy('id')
    .forUpdate()
    .execute()

/** Open processes of an organisation's postings with one talent. */
export const openBetween = (tx: Tx, city: string, organisationId: string, talentId: string): Promise<ProcessRow[]> =>
  all(tx, city)
    .where('organisationId', '=', organisationId)
    .where('talentId', '=', talentId)
    .where('stage', 'in', OPEN)
    .orderBy('startedAt')
    .execute()

/** Ids of processes whose clock has struck by a day: to be reminded, or to end; scope system. */
export async function struckBy(
  tx: Tx,
  city: string,
  clock: 'remindOn' | 'lapseOn',
  day: string,
  most: number,
): Promise<string[]> {
  const rows = await tx
    .withTables<HiringTables>()
    .selectFrom('hiring.process')
    .select('id')
    .where('city', '=', city)
    .where('stage', 'in', OPEN)
    .where(clock, clock === 'lapseOn' ? '<' : '<=', day)
    .orderBy(clock)
    .orderBy('id')
    .limit(most)
    .execute()
  return rows.map(({ id }) => id)
}

/** When a person last declined an invitation of an organisation to this or any posting, from an instant on. */
export async function declinedSince(
  tx: Tx,
  city: string,
  { organisationId, talentId, since }: { organisationId: string; talentId: string; since: Date },
): Promise<Date | undefined> {
  const row = await tx
    .withTables<HiringTables>()
    .selectFrom('hiring.process as process')
    .innerJoin('hiring.event as event', (join) =>
      join.onRef('event.city', '=', 'process.city').onRef('event.processId', '=', 'process.id'),
    )
    .select('event.happenedAt')
    .where('process.city', '=', city)
    .where('process.talentId', '=', talentId)
    .where('process.organisationId', '=', organisationId)
    .where('process.channel', '=', 'invitation')
    .where('event.step', '=', 'decline')
    .where('event.happenedAt', '>=', since)
    .orderBy('event.happenedAt', 'desc')
    .executeTakeFirst()
  return row?.happenedAt
}

/** Counts an application of today; false where the person has used up the day. One at a time for each person. */
export async function countApplication(
  tx: Tx,
  city: string,
  { personId, on, most }: { personId: string; on: string; most: number },
): Promise<boolean> {
  const counted = await tx
    .withTables<HiringTables>()
    .insertInto('hiring.applicationCount')
    .values({ city, personId, appliedOn: on, used: 1 })
    .onConflict((conflict) =>
      conflict
        .columns(['city', 'personId', 'appliedOn'])
        .doUpdateSet({ used: sql`application_count.used + 1` })
        .where(sql<boolean>`application_count.used < ${most}`),
    )
    .executeTakeFirst()
  return counted.numInsertedOrUpdatedRows === 1n
}

type Aside = Pick<Changed, 'standingLost' | 'toldHash' | 'remindOn' | 'answerBy' | 'lapseOn' | 'firstAnswerAt'>

/** Keeps beside a process what is no step of it: what the talent was told, and its clock. Its version stays. */
export async function noteAside(tx: Tx, { city, id }: ProcessRow, set: Aside): Promise<void> {
  await tx
    .withTables<HiringTables>()
    .updateTable('hiring.process')
    .set(set)
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()
}

/** Makes a process one of another posting, with the times proposed in it; scope system. */
export async function moveToJob(
  tx: Tx,
  { city, id }: ProcessRow,
  place: Pick<ProcessRow, 'jobId' | 'jobTitle' | 'toldHash' | 'occupation' | 'industry'>,
): Promise<void> {
  const db = tx.withTables<HiringTables>()
  await db.updateTable('hiring.process').set(place).where('city', '=', city).where('id', '=', id).execute()
  // A time that somebody has at the other posting too stays where it was booked: both keep their word.
  await sql`update hiring.slot as slot set job_id = ${place.jobId}
    where city = ${city} and process_id = ${id} and not (booked and exists (
      select 1 from hiring.slot as other where other.city = slot.city and other.job_id = ${place.jobId}
        and other.starts_at = slot.starts_at and other.place = slot.place and other.booked))`.execute(tx)
}

const AROUND = ['hiring.event', 'hiring.slot', 'hiring.message', 'hiring.followUp'] as const

/** Makes the processes of one profile those of another, with everything around them; scope system. */
export async function moveToTalent(
  tx: Tx,
  city: string,
  from: string,
  { id: talentId, personId, agencyId }: { id: string; personId: string | null; agencyId: string | null },
): Promise<void> {
  const db = tx.withTables<HiringTables>()
  const moved = await db
    .updateTable('hiring.process')
    .set({ talentId, personId, agencyId })
    .where('city', '=', city)
    .where('talentId', '=', from)
    .returning('id')
    .execute()
  const ids = moved.map(({ id }) => id)
  for (const table of ids.length > 0 ? AROUND : [])
    await db
      .updateTable(table)
      .set({ personId, agencyId })
      .where('city', '=', city)
      .where('processId', 'in', ids)
      .execute()
}
