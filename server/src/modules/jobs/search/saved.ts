import { platformFailures, type SavedSearch } from '@renshu/contracts'
import { dayOf } from '../../../platform/clock.ts'
import { AppError } from '../../../platform/errors.ts'
import type { Context } from '../../../platform/http/index.ts'
import { fail } from '../errors.ts'
import type { JobsInMemory } from './in-memory.ts'
import { questionOf, readAddress } from './question.ts'
import { jobsToday } from './search.ts'
import { deleteSearch, insertSearch, moveNews, type SavedSearchRow, searchesOf } from './store.ts'

const MOST = 20

/** Postings that a search finds today and that were published from its day on; with `before`, before that day. */
export function newsOf(
  known: JobsInMemory,
  { query, newsFrom }: Pick<SavedSearchRow, 'query' | 'newsFrom'>,
  today: string,
  before?: string,
): number {
  const filter = readAddress(query)
  if (!filter) return 0
  const days = known.index.matching(questionOf(filter, today)).map((id) => known.card(id).publishedOn)
  return days.filter((day) => day >= newsFrom && (before === undefined || day < before)).length
}

const personOf = ({ actor }: Context): string => actor.forPersonId ?? actor.personId!

const show = ({ id, name, query, alert, createdAt }: SavedSearchRow, news: number): SavedSearch => ({
  id,
  name,
  query,
  alert,
  news,
  createdAt: createdAt.toISOString(),
})

export async function listSearches(context: Context): Promise<SavedSearch[]> {
  const known = jobsToday(context)
  const rows = await searchesOf(context.tx, context.city, personOf(context))
  return rows.map((row) => show(row, newsOf(known, row, dayOf(context.now()))))
}

/** @throws jobs.badSearch, jobs.tooManySearches */
export async function saveSearch(
  context: Context,
  { name, query, alert }: Pick<SavedSearch, 'name' | 'query' | 'alert'>,
): Promise<SavedSearch> {
  const { tx, city, newId, now } = context
  if (!readAddress(query)) throw fail.badSearch()
  const personId = personOf(context)
  if ((await searchesOf(tx, city, personId)).length >= MOST) throw fail.tooManySearches()
  const row = { city, id: newId(), personId, name, query, alert, newsFrom: dayOf(now()), createdAt: now() }
  await insertSearch(tx, row)
  return show(row, 0)
}

/** @throws platform.notFound */
export async function markSeen(context: Context, searchId: string): Promise<void> {
  const { tx, city, now } = context
  if (!(await moveNews(tx, city, personOf(context), [searchId], dayOf(now()))))
    throw new AppError(platformFailures.notFound)
}

/** @throws platform.notFound */
export async function dropSearch(context: Context, searchId: string): Promise<void> {
  const { tx, city } = context
  if (!(await deleteSearch(tx, city, personOf(context), searchId))) throw new AppError(platformFailures.notFound)
}
