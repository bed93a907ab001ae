import { Id, Instant } from '@renshu/contracts'
import { sql, type Updateable } from 'kysely'
import { z } from 'zod'
import type { Tx } from '../../../platform/database/index.ts'
import { pageOf, readPlace } from '../../../platform/pages.ts'
import { type AppointmentRow, type CasesTables, type CounterRow, tables } from '../tables.ts'

const counters = (tx: Tx, city: string) => tables(tx).selectFrom('cases.counter').selectAll().where('city', '=', city)

type Page = { limit: number; cursor?: string | undefined }
const CounterPlace = z.tuple([z.string(), z.string(), Id])
const BookingPlace = z.tuple([Instant, Id])

/** Counters by district and name. @throws platform.badCursor */
export async function countersPage(tx: Tx, city: string, district: string | undefined, { limit, cursor }: Page) {
  const after = readPlace(cursor, CounterPlace)
  const found = tables(tx)
    .selectFrom('cases.counter')
    .where('city', '=', city)
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
  const rows: CounterRow[] = await found
    .selectAll()
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(district, name, id) > (${after![0]}, ${after![1]}, ${after![2]}::uuid)`),
    )
    .orderBy('district')
    .orderBy('name')
    .orderBy('id')
    .limit(limit + 1)
    .execute()
  const { total } = await found.select(({ fn }) => fn.countAll<number>().as('total')).executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.district, last.name, last.id])
}

export const counterById = (tx: Tx, city: string, id: string): Promise<CounterRow | undefined> =>
  counters(tx, city).where('id', '=', id).executeTakeFirst()

/** Held until the transaction ends: two who book the last place wait for each other. Scope `system`. */
export const holdCounter = (tx: Tx, city: string, id: string): Promise<CounterRow | undefined> =>
  counters(tx, city).where('id', '=', id).forUpdate().executeTakeFirst()

export const insertCounter = (tx: Tx, { hours, ...row }: CounterRow) =>
  tables(tx)
    .insertInto('cases.counter')
    .values({ ...row, hours: JSON.stringify(hours) })
    .execute()

export const updateCounter = (tx: Tx, { hours, city, id, ...row }: CounterRow) =>
  tables(tx)
    .updateTable('cases.counter')
    .set({ ...row, hours: JSON.stringify(hours) })
    .where('city', '=', city)
    .where('id', '=', id)
    .execute()

const bookings = (tx: Tx, city: string) =>
  tables(tx)
    .selectFrom('cases.appointment as booking')
    .innerJoin('cases.counter as counter', (join) =>
      join.onRef('counter.city', '=', 'booking.city').onRef('counter.id', '=', 'booking.counterId'),
    )
    .selectAll('booking')
    .select(['counter.name', 'counter.address'])
    .where('booking.city', '=', city)

export type Booking = AppointmentRow & Pick<CounterRow, 'name' | 'address'>

/** Starts of what is booked at a counter between two instants, once for each booking. Scope `system`. */
export async function bookedAt(tx: Tx, city: string, counterId: string, from: Date, until: Date): Promise<Date[]> {
  const rows = await tables(tx)
    .selectFrom('cases.appointment')
    .select('startsAt')
    .where('city', '=', city)
    .where('counterId', '=', counterId)
    .where('status', '<>', 'cancelled')
    .where('startsAt', '>=', from)
    .where('startsAt', '<', until)
    .execute()
  return rows.map(({ startsAt }) => startsAt)
}

export const insertBooking = (tx: Tx, row: AppointmentRow) =>
  tables(tx).insertInto('cases.appointment').values(row).execute()

export const updateBooking = (
  tx: Tx,
  { city, id }: Pick<AppointmentRow, 'city' | 'id'>,
  set: Updateable<CasesTables['cases.appointment']>,
) => tables(tx).updateTable('cases.appointment').set(set).where('city', '=', city).where('id', '=', id).execute()

/** Bookings of a person for himself, or of an organisation; the latest first. */
export const bookingsOf = (
  tx: Tx,
  city: string,
  whose: { personId: string } | { organisationId: string },
): Promise<Booking[]> =>
  bookings(tx, city)
    .where((row) =>
      'organisationId' in whose
        ? row('booking.organisationId', '=', whose.organisationId)
        : row.and([row('booking.personId', '=', whose.personId), row('booking.organisationId', 'is', null)]),
    )
    .where('booking.status', '<>', 'cancelled')
    .orderBy('booking.startsAt', 'desc')
    .orderBy('booking.id')
    .limit(100)
    .execute()

export const bookingById = (tx: Tx, city: string, id: string): Promise<Booking | undefined> =>
  bookings(tx, city).where('booking.id', '=', id).where('booking.status', '<>', 'cancelled').executeTakeFirst()

/** Appointments between two instants that the caller may see, by their time. @throws platform.badCursor */
export async function bookingsPage(
  tx: Tx,
  city: string,
  { counterId, from, until }: { counterId: string | undefined; from: Date; until: Date },
  { limit, cursor }: Page,
) {
  const after = readPlace(cursor, BookingPlace)
  const found = bookings(tx, city)
    .where('booking.startsAt', '>=', from)
    .where('booking.startsAt', '<', until)
    .where('booking.status', '<>', 'cancelled')
    .$if(counterId !== undefined, (query) => query.where('booking.counterId', '=', counterId!))
  const rows: Booking[] = await found
    .$if(after !== undefined, (query) =>
      query.where(sql<boolean>`(booking.starts_at, booking.id) > (${after![0]}::timestamptz, ${after![1]}::uuid)`),
    )
    .orderBy('booking.startsAt')
    .orderBy('booking.id')
    .limit(limit + 1)
    .execute()
  const { total } = await found
    .clearSelect()
    .select(({ fn }) => fn.countAll<number>().as('total'))
    .executeTakeFirstOrThrow()
  return pageOf(rows, limit, total, (last) => [last.startsAt.toISOString(), last.id])
}

/** How many appointments somebody still has to come to. Scope `system`. */
export async function openBookings(tx: Tx, city: string, personId: string, now: Date): Promise<number> {
  const { n } = await tables(tx)
    .selectFrom('cases.appointment')
    .select(({ fn }) => fn.countAll<number>().as('n'))
    .where('city', '=', city)
    .where('personId', '=', personId)
    .where('status', '=', 'booked')
    .where('startsAt', '>=', now)
    .executeTakeFirstOrThrow()
  return n
}
