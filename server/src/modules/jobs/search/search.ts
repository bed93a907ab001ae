import type { JobCard, JobsQuery } from '@renshu/contracts'
import type { Answer, Hit } from '@renshu/search'
import { dayOf } from '../../../platform/clock.ts'
import type { Context, Language } from '../../../platform/http/index.ts'
import { positionCursor, readPosition } from '../../../platform/places/positions.ts'
import { askedCallers, littleFound } from '../settings.ts'
import { namedWelfare } from '../views/card.ts'
import { FACETS, facetsOf, stepFacets, stepsOn } from './facets.ts'
import { type JobsInMemory, jobsMirror } from './in-memory.ts'
import { filtersAsked } from './asked/filters.ts'
import { keepAsked } from './asked/keep-asked.ts'
import { questionOf } from './question.ts'

const MOST_SUGGESTIONS = 8
/** What this process knows today. @throws platform.unavailable before it has read the postings once */
export function jobsToday({ mirrors, city, now }: Pick<Context, 'mirrors' | 'city' | 'now'>): JobsInMemory {
  const known = mirrors.of(jobsMirror, city)
  known.sweep(dayOf(now()))
  return known
}

const cardFor = (card: JobCard, { km }: Hit, language: Language): JobCard => ({
  ...card,
  ...(language !== 'zh' && {
    welfare: namedWelfare(
      card.welfare.map(({ code }) => code),
      language,
    ),
  }),
  distanceKm: km === undefined ? null : Math.round(km * 10) / 10,
})

/** Counts a search for the statistics of what is asked for. */
function countAsked(context: Context, known: JobsInMemory, query: JobsQuery, { total, understood }: Answer): void {
  const { now, actor, address } = context
  const day = dayOf(now())
  // First, so that the last minute of a day is not lost to the next.
  keepAsked(context, known.asked)
  // A wish that only ranks would have left nothing.
  const isLittle = total <= littleFound(context, day) || understood.some(({ applied }) => !applied)
  known.asked.add(
    { words: query.q, filters: filtersAsked(query, understood), found: total, isLittle },
    { day, caller: actor.personId ?? address, fewest: askedCallers(context, day) },
  )
}

/** Answers a search from memory. */
export function searchJobs(context: Context, query: JobsQuery) {
  const { city, language, now } = context
  const known = jobsToday(context)
  const answer = known.index.search({
    ...questionOf(query, dayOf(now())),
    sort: query.sort,
    limit: query.limit,
    after: readPosition(query.cursor),
    ...(query.facets && { facets: FACETS, steps: stepsOn(dayOf(now()), query.place) }),
  })
  const { total, hits, next, understood, instead } = answer
  if (query.cursor === undefined) countAsked(context, known, query, answer)
  const { place, occupation } = query
  return {
    total,
    items: hits.map((hit) => cardFor(known.card(hit.id), hit, language)),
    next: positionCursor(next),
    understood: [...understood],
    instead,
    facets: query.facets
      ? {
          ...facetsOf(answer.facets, { city, place, occupation, language }),
          ...stepFacets(answer.steps, language),
        }
      : null,
  }
}

/** What may be meant by what is being typed. */
export const suggestWords = (context: Context, typed: string) => ({
  items: jobsToday(context).index.complete(typed, MOST_SUGGESTIONS),
})
