import { dayOf } from '../../../platform/clock.ts'
import type { Tx } from '../../../platform/database/index.ts'
import type { Language } from '../../../platform/http/index.ts'
import type { Services } from '../../../platform/services.ts'
import { tellPerson } from '../../accounts/index.ts'
import { jobsToday } from './search.ts'
import { newsOf } from './saved.ts'
import { forgetAsked } from './asked/store.ts'
import { dueSearches, moveNews, type SavedSearchRow } from './store.ts'

const BATCH = 200
const FIRST = '00000000-0000-0000-0000-000000000000'
const DAY = 86_400_000
const WEEK = 7
/** Days for which it is kept what was searched for. */
const ASKED_KEPT = 400

const daysBefore = (day: string, days: number): string =>
  new Date(Date.parse(day) - days * DAY).toISOString().slice(0, 10)

const WORDS: Record<Language, (found: readonly { name: string; news: number }[]) => string> = {
  zh: (found) =>
    `【人枢】您保存的搜索有新岗位：${found.map(({ name, news }) => `${name} ${news} 个`).join('，')}。登录后在“我的搜索”里查看。`,
  en: (found) =>
    `[Renshu] New postings for your saved searches: ${found.map(({ name, news }) => `${name}: ${news}`).join(', ')}. See "My searches".`,
}
const MOST_NAMED = 5

const groupByPerson = (rows: readonly SavedSearchRow[]): Map<string, SavedSearchRow[]> => {
  const groups = new Map<string, SavedSearchRow[]>()
  for (const row of rows) groups.set(row.personId, [...(groups.get(row.personId) ?? []), row])
  return groups
}

/** One message a person, about all searches that are due; those without news are due again the next day or week. */
async function tell(services: Services, tx: Tx, city: string, rows: readonly SavedSearchRow[], today: string) {
  const known = jobsToday({ ...services, city, now: services.clock.now })
  const write = WORDS[services.cities.get(city)?.language ?? 'zh']
  for (const [personId, searches] of groupByPerson(rows)) {
    const found = searches.map((row) => ({ name: row.name, news: newsOf(known, row, today, today) }))
    const told = found.filter(({ news }) => news > 0).slice(0, MOST_NAMED)
    if (told.length > 0)
      await tellPerson({ ...services, ...services.clock, tx, city }, personId, {
        kind: 'jobs.searchNews',
        text: write(told),
      })
    const ids = searches.map(({ id }) => id)
    await moveNews(tx, city, personId, ids, today)
  }
}

/**
 * Tells people of postings that their saved searches found until yesterday, each posting once; a batch of people is a
 * transaction of its own.
 */
export async function tellOfNews(services: Services, city: string): Promise<void> {
  const today = dayOf(services.clock.now())
  let after: string | undefined = FIRST
  while (after !== undefined)
    after = await services.database.transaction({ kind: 'system', city }, async (tx): Promise<string | undefined> => {
      const due = { today, weekAgo: daysBefore(today, WEEK), after: after!, most: BATCH }
      const rows = await dueSearches(tx, city, due)
      await tell(services, tx, city, rows, today)
      return rows.at(-1)?.personId
    })
}

/** Forgets what was searched for more than a year ago. */
export async function forgetOldSearches({ database, clock }: Services, city: string): Promise<void> {
  const before = daysBefore(dayOf(clock.now()), ASKED_KEPT)
  await database.transaction({ kind: 'system', city }, (tx) => forgetAsked(tx, city, before))
}
