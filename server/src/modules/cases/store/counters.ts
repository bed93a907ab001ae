import type { Updateable } from 'kysely'
import type { Tx } from '../../../platform/database/index.ts'
import { type AppointmentRow, type CasesTables, type CounterRow, tables } from '../tables.ts'

const counters = (tx: Tx, city: string) => tables(tx).selectFrom('cases.counter').selectAll().where('city', '=', city)

export const listCounters = (tx: Tx, city: string, district: string | undefined): Promise<CounterRow[]> =>
  counters(tx, city)
    .$if(district !== undefined, (query) => query.where('district', '=', district!))
    .orderBy('district')
    .orderBy('name')
    .orderBy('id')
    .execute()

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

/** Appointments of a case that stand. Scope `system`. */
export const bookingsOfCase = (tx: Tx, city: string, caseId: string): Promise<Booking[]> =>
  bookings(tx, city)
    .where('booking.caseId', '=', caseId)
    .where('booking.status', '=', 'booked')
    .orderBy('booking.startsAt')
    .execute()

/** Appointments between two instants that the caller may see. */
export const bookingsBetween = (
  tx: Tx,
  city: string,
  counterId: string | undefined,
  from: Date,
  until: Date,
): Promise<Booking[]> =>
  bookings(tx, city)
    .where('booking.startsAt', '>=', from)
    .where('booking.startsAt', '<', until)
    .where('booking.status', '<>', 'cancelled')
    .$if(counterId !== undefined, (query) => query.where('booking.counterId', '=', counterId!))
    .orderBy('booking.startsAt')
    .orderBy('booking.id')
    .execute()

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
