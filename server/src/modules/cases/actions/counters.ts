import type { Appointment, BookBody, Counter, CounterHoursBody, Slot } from '@renshu/contracts'
import { platformFailures } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import { iCalendar } from '../../../platform/i-calendar.ts'
import type { Context } from '../../../platform/http/index.ts'
import { serviceOf, servicesOf } from '../definitions/library.ts'
import { fail } from '../errors.ts'
import { requireDistrict, wholeOf } from '../forms/drafts.ts'
import { officerActing } from '../running/actor.ts'
import { addDays, calendarOf, MOST_BOOKINGS, SLOT_DAYS } from '../settings.ts'
import { caseById } from '../store/cases.ts'
import * as store from '../store/counters.ts'
import type { AppointmentRow, CounterRow } from '../tables.ts'
import { namesOf } from '../views/names.ts'
import { placeOf } from '../views/values.ts'
import { beginOf, endOf, timesOf } from './slots.ts'

const counterView = ({ cities, city }: Context, { district, ...row }: CounterRow): Counter => ({
  ...row,
  district: placeOf(district, cities.get(city)),
})

type Paged<T> = { items: T[]; next: string | null; total: number }
interface PageAsked {
  limit: number
  cursor?: string | undefined
}

/** @throws platform.badCursor */
export async function listCounters(
  context: Context,
  { district, ...page }: PageAsked & { district?: string | undefined },
): Promise<Paged<Counter>> {
  const found = await store.countersPage(context.tx, context.city, district, page)
  return { ...found, items: found.items.map((row) => counterView(context, row)) }
}

/** Sets a counter up, or changes it. @throws platform.stale, platform.accessDenied, cases.badHours, cases.unknownDistrict */
export async function setCounter(
  context: Context,
  id: string,
  { version, ...body }: z.output<typeof CounterHoursBody>,
): Promise<Counter> {
  const { tx, city, actor } = context
  const own = actor.officer?.district ?? null
  if (body.hours.some(({ from, until }) => from >= until)) throw fail.badHours()
  requireDistrict(context, body.district)
  return context.asSystem(async () => {
    const before = await store.holdCounter(tx, city, id)
    if ([body.district, before?.district ?? body.district].some((one) => own !== null && own !== one))
      throw new AppError(platformFailures.accessDenied)
    if ((before?.version ?? null) !== version) throw new AppError(platformFailures.stale)
    const row = { city, id, ...body, version: (version ?? 0) + 1 }
    await (before ? store.updateCounter(tx, row) : store.insertCounter(tx, row))
    return counterView(context, row)
  })
}

/** Free places by the start of each time. Scope `system`. */
async function freeAt({ tx, city }: Context, counter: CounterRow, from: string): Promise<(at: string) => number> {
  const booked = await store.bookedAt(tx, city, counter.id, beginOf(from), beginOf(addDays(from, SLOT_DAYS)))
  const taken = new Map<string, number>()
  for (const at of booked) taken.set(at.toISOString(), (taken.get(at.toISOString()) ?? 0) + 1)
  return (at) => Math.max(0, counter.places - (taken.get(at) ?? 0))
}

/** Times of a counter from a day on that are still to come. @throws cases.noCounter */
export async function listSlots(context: Context, id: string, from: string | undefined): Promise<{ items: Slot[] }> {
  const { tx, city, now } = context
  const counter = await store.counterById(tx, city, id)
  if (!counter) throw fail.noCounter()
  const today = dayOf(now())
  if (from !== undefined && from > addDays(today, SLOT_DAYS)) return { items: [] }
  const first = from === undefined || from < today ? today : from
  const free = await context.asSystem(() => freeAt(context, counter, first))
  const times = timesOf(counter, first, calendarOf(context)).filter(({ startsAt }) => startsAt > now().toISOString())
  return { items: times.map((time) => ({ ...time, free: free(time.startsAt) })) }
}

async function bookingViews(context: Context, rows: readonly store.Booking[]): Promise<Appointment[]> {
  const services = await servicesOf(context)
  const names = await context.asSystem(() =>
    namesOf(
      context,
      rows.map(({ personId }) => personId),
      rows.map(({ organisationId }) => organisationId),
    ),
  )
  return rows.map((row) => {
    const title = row.service === null ? undefined : services.get(row.service)?.prepared.service.title
    const firm = row.organisationId === null ? [] : [names.get(row.organisationId) ?? '']
    return {
      id: row.id,
      counter: { id: row.counterId, name: row.name, address: row.address },
      service: title ? { key: row.service!, title } : null,
      caseId: row.caseId,
      startsAt: row.startsAt.toISOString(),
      minutes: row.minutes,
      status: row.status,
      name: [...firm, names.get(row.personId) ?? ''].join(' '),
      note: row.note,
    }
  })
}

/** @throws cases.noCase, cases.noService */
async function requireAbout(context: Context, { service, caseId }: z.output<typeof BookBody>): Promise<void> {
  if (caseId !== null && !(await caseById(context.tx, context.city, caseId))) throw fail.noCase()
  if (service !== null && !(await serviceOf(context, service))) throw fail.noService()
}

/** @throws cases.noCounter, cases.noSlot, cases.slotTaken, cases.tooManyBookings, cases.noCase, cases.noService */
export async function book(context: Context, body: z.output<typeof BookBody>): Promise<Appointment> {
  const { tx, city, newId, now } = context
  await requireAbout(context, body)
  const { counterId, service, caseId, note } = body
  const startsAt = new Date(body.startsAt)
  const { kind, id } = wholeOf(context)
  const personId = kind === 'person' ? id : context.actor.personId!
  const row = await context.asSystem(async () => {
    const counter = await store.holdCounter(tx, city, counterId)
    if (!counter) throw fail.noCounter()
    const day = dayOf(startsAt)
    if (startsAt <= now() || day > addDays(dayOf(now()), SLOT_DAYS)) throw fail.noSlot()
    const time = timesOf(counter, day, calendarOf(context)).find((one) => one.startsAt === startsAt.toISOString())
    if (!time) throw fail.noSlot()
    if ((await store.openBookings(tx, city, personId, now())) >= MOST_BOOKINGS)
      throw fail.tooManyBookings({ most: MOST_BOOKINGS })
    if ((await freeAt(context, counter, day))(time.startsAt) === 0) throw fail.slotTaken()
    const made: AppointmentRow = {
      city,
      id: newId(),
      counterId,
      district: counter.district,
      service,
      caseId,
      personId,
      organisationId: kind === 'organisation' ? id : null,
      startsAt,
      minutes: time.minutes,
      note,
      status: 'booked',
      bookedAt: now(),
      changedAt: now(),
      version: 1,
    }
    await store.insertBooking(tx, made)
    return { ...made, name: counter.name, address: counter.address }
  })
  return (await bookingViews(context, [row]))[0]!
}

const whoseOf = (context: Context) => {
  const { kind, id } = wholeOf(context)
  return kind === 'person' ? { personId: id } : { organisationId: id }
}

export async function listBookings(context: Context): Promise<{ items: Appointment[] }> {
  const rows = await store.bookingsOf(context.tx, context.city, whoseOf(context))
  return { items: await bookingViews(context, rows) }
}

/** @throws cases.noAppointment */
async function requireBooking({ tx, city }: Context, id: string): Promise<store.Booking> {
  const row = await store.bookingById(tx, city, id)
  if (!row) throw fail.noAppointment()
  return row
}

/** @throws cases.noAppointment */
export async function cancelBooking(context: Context, id: string): Promise<void> {
  const { tx, now } = context
  const row = await requireBooking(context, id)
  if (row.status !== 'booked') throw fail.noAppointment()
  const set = { status: 'cancelled', changedAt: now(), version: row.version + 1 } as const
  await context.asSystem(() => store.updateBooking(tx, row, set))
}

/** The appointment as a file for calendars. @throws cases.noAppointment */
export async function bookingFile(context: Context, id: string) {
  const row = await requireBooking(context, id)
  const [view] = await bookingViews(context, [row])
  const about = view!.service?.title[context.language] ?? { zh: '窗口办理', en: 'At the counter' }[context.language]
  const text = iCalendar({
    id: row.id,
    version: row.version,
    stampedAt: row.changedAt,
    startsAt: row.startsAt,
    minutes: row.minutes,
    title: about,
    place: `${row.name} ${row.address}`,
  })
  const bytes = new TextEncoder().encode(text)
  return { name: 'appointment.ics', type: 'text/calendar; charset=utf-8', bytes }
}

/** Appointments of a day at the counters of the officer's district. @throws platform.badCursor */
export async function listDay(
  context: Context,
  {
    on = dayOf(context.now()),
    counter,
    ...page
  }: PageAsked & { on?: string | undefined; counter?: string | undefined },
): Promise<Paged<Appointment> & { on: string }> {
  const wanted = { counterId: counter, from: beginOf(on), until: endOf(on) }
  const found = await store.bookingsPage(context.tx, context.city, wanted, page)
  return { on, ...found, items: await bookingViews(context, found.items) }
}

/**
 * Whether somebody came: on the day itself, and that he did not once his time is past. By who has a duty there.
 * @throws cases.noAppointment, cases.noDuty, cases.tooEarly
 */
export async function markBooking(context: Context, id: string, status: 'came' | 'missed'): Promise<Appointment> {
  const { tx, now } = context
  const row = await requireBooking(context, id)
  const { roles, district } = (await officerActing(context)).at(row.district)
  if (roles.length === 0 || district !== row.district) throw fail.noDuty()
  const isEarly = status === 'came' ? dayOf(row.startsAt) > dayOf(now()) : row.startsAt > now()
  if (isEarly) throw fail.tooEarly()
  const set = { status, changedAt: now(), version: row.version + 1 }
  await context.asSystem(() => store.updateBooking(tx, row, set))
  return (await bookingViews(context, [{ ...row, ...set }]))[0]!
}
