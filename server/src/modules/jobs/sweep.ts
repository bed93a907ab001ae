import { dayOf } from '../../platform/clock.ts'
import type { Language } from '../../platform/http/index.ts'
import type { Services } from '../../platform/services.ts'
import { tellOwners } from '../accounts/index.ts'
import { noticeDays } from './settings.ts'
import { endingSoon, markReminded } from './store/ending.ts'
import { holdTurning } from './store/stream.ts'
import { relist } from './subscriber.ts'

const BATCH = 500
const FIRST = '00000000-0000-0000-0000-000000000000'

/**
 * Takes off what has ended, so that readers of the stream hear it, and shows again what may come back; a batch is a
 * transaction of its own.
 */
export async function sweepCity(
  { database, clock }: Pick<Services, 'database' | 'clock'>,
  city: string,
): Promise<void> {
  let after = FIRST
  for (let read = BATCH; read === BATCH;)
    read = await database.transaction({ kind: 'system', city }, async (tx) => {
      const held = await holdTurning(tx, city, dayOf(clock.now()), after, BATCH)
      await relist(tx, city, clock.now, held)
      after = held.at(-1)?.id ?? after
      return held.length
    })
}

const WORDS: Record<Language, (titles: string, count: number, day: string) => string> = {
  zh: (titles, count, day) =>
    `【人枢】${titles}${count > 1 ? `等 ${count} 个岗位` : ''}将于 ${day} 前后到期下架。仍在招请到“岗位”里延长截止日期。`,
  en: (titles, count, day) =>
    `[Renshu] ${titles}${count > 1 ? ` and others, ${count} in all,` : ''} will end about ${day}. Set a later last day if you are still looking.`,
}

const DAY = 86_400_000
const dayAfter = (day: string, days: number): string =>
  new Date(Date.parse(day) + days * DAY).toISOString().slice(0, 10)

/** Tells the owners of an organisation once, in one message, which of its postings end soon. */
export async function remindOwners(services: Services, city: string): Promise<void> {
  const { cities, database, clock } = services
  const today = dayOf(clock.now())
  const until = dayAfter(today, noticeDays({ cities, city }, today))
  await database.transaction({ kind: 'system', city }, async (tx) => {
    const ending = new Map<string, { id: string; title: string; validUntil: string }[]>()
    for (const row of await endingSoon(tx, city, today, until))
      ending.set(row.organisationId, [...(ending.get(row.organisationId) ?? []), row])
    const write = WORDS[cities.get(city)?.language ?? 'zh']
    for (const [organisationId, rows] of ending) {
      const [first] = rows
      const notice = { kind: 'jobs.ending', text: write(first!.title, rows.length, first!.validUntil) }
      await tellOwners({ ...services, tx, city, ...clock }, organisationId, notice)
      await markReminded(tx, city, rows)
    }
  })
}
