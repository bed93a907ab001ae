import { sql } from 'kysely'
import { jsonArrayFrom } from 'kysely/helpers/postgres'
import type { Tx } from '../../../platform/database/index.ts'
import { cursorOf } from '../../../platform/pages.ts'
import {
  type AppointmentRow,
  type CounterRow,
  type MessageRow,
  type ObjectionRow,
  type PaperRow,
  tables,
} from '../tables.ts'
import { MOST_MESSAGES, placeOfMessage } from './messages.ts'

type Booking = Pick<AppointmentRow, 'id' | 'startsAt' | 'minutes'> & Pick<CounterRow, 'name'>

/** What hangs on a case. */
export interface Attached {
  papers: readonly PaperRow[]
  /** The newest, in the order in which they were written. */
  messages: readonly MessageRow[]
  /** Where those before them begin; null: there are none. */
  earlier: string | null
  objections: readonly ObjectionRow[]
  /** To which somebody still has to come. */
  bookings: readonly Booking[]
  /** Messages of the other side that were not seen. */
  unseen: number
}

const nameOf = (column: string): string => column.replaceAll(/_([a-z])/g, (_, letter: string) => letter.toUpperCase())

/** A row that came as JSON: columns by their names, and `…_at` as instants. */
const rowOf = (json: object): object =>
  Object.fromEntries(
    Object.entries(json).map(([column, value]: [string, unknown]) => [
      nameOf(column),
      column.endsWith('_at') && typeof value === 'string' ? new Date(value) : value,
    ]),
  )

/** All of it in one statement: of most cases there is little. Scope `system`. */
export async function attachedTo(tx: Tx, city: string, caseId: string, side: MessageRow['side']): Promise<Attached> {
  const db = tables(tx)
  const of = <T extends 'cases.paper' | 'cases.objection'>(table: T, time: string) =>
    jsonArrayFrom(
      sql<object>`(select * from ${sql.table(table)} where city = ${city} and case_id = ${caseId}
        order by ${sql.ref(time)}, id)`,
    )
  const ofCase = sql`city = ${city} and case_id = ${caseId}`
  const messages = jsonArrayFrom(
    sql<object>`(select * from cases.message where ${ofCase} order by sent_at desc, id desc limit ${MOST_MESSAGES + 1})`,
  )
  const unseen = sql<number>`(select count(*) from cases.message where ${ofCase} and side <> ${side} and seen_at is null)`
  const bookings = db
    .selectFrom('cases.appointment as booking')
    .innerJoin('cases.counter as counter', (join) =>
      join.onRef('counter.city', '=', 'booking.city').onRef('counter.id', '=', 'booking.counterId'),
    )
    .select(['booking.id', 'booking.startsAt', 'booking.minutes', 'counter.name'])
    .where('booking.city', '=', city)
    .where('booking.caseId', '=', caseId)
    .where('booking.status', '=', 'booked')
    .orderBy('booking.startsAt')
  const found = await db
    .selectNoFrom([
      of('cases.paper', 'uploadedAt').as('papers'),
      messages.as('messages'),
      unseen.as('unseen'),
      of('cases.objection', 'madeAt').as('objections'),
      jsonArrayFrom(bookings).as('bookings'),
    ])
    .executeTakeFirstOrThrow()
  const newest = found.messages.map(rowOf) as MessageRow[]
  const shown = newest.slice(0, MOST_MESSAGES)
  return {
    papers: found.papers.map(rowOf) as PaperRow[],
    messages: shown.toReversed(),
    earlier: newest.length > MOST_MESSAGES ? cursorOf(placeOfMessage(shown.at(-1)!)) : null,
    objections: found.objections.map(rowOf) as ObjectionRow[],
    bookings: found.bookings.map(rowOf) as Booking[],
    unseen: found.unseen,
  }
}
