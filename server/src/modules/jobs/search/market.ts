import { division, occupation } from '@renshu/codes'
import type { JobCard, JobsFilter } from '@renshu/contracts'
import type { z } from 'zod'
import { dayOf } from '../../../platform/clock.ts'
import type { Context } from '../../../platform/http/index.ts'
import type { JobsInMemory } from './in-memory.ts'
import { questionOf } from './question.ts'
import { jobsToday } from './search.ts'

type Filter = z.infer<typeof JobsFilter>

const MOST_OCCUPATIONS = 30
/** Groups by which occupations are counted: 小类, `4-02-02`. */
const OCCUPATION_LEVEL = 3
const MOST_KEPT = 200

/** Middle of what is stated; an open side is the other. */
const middleOf = ({ salary }: JobCard): number | undefined => {
  const { min = salary?.max, max = salary?.min } = salary ?? {}
  return min === undefined || max === undefined ? undefined : Math.round((min + max) / 2)
}

const median = (values: readonly number[]): number | null => {
  const sorted = values.toSorted((a, b) => a - b)
  const at = sorted.length >> 1
  if (sorted.length === 0) return null
  return sorted.length % 2 === 1 ? sorted[at]! : Math.round((sorted[at - 1]! + sorted[at]!) / 2)
}

/** Postings of one district or occupation. */
interface Share {
  count: number
  openings: number
  pay: number[]
}

const add = (shares: Map<string, Share>, code: string, openings: number, pay: number | undefined): void => {
  const share = shares.get(code) ?? { count: 0, openings: 0, pay: [] }
  shares.set(code, share)
  share.count++
  share.openings += openings
  if (pay !== undefined) share.pay.push(pay)
}

const districtOf = (place: string): string => (division(place)?.level === 'street' ? division(place)!.parent! : place)

/** A posting in several places counts once in each district, with the openings it has there. */
const addDistricts = (shares: Map<string, Share>, { places }: JobCard, pay: number | undefined): void => {
  const openings = new Map<string, number>()
  for (const place of places) {
    const district = districtOf(place.place)
    openings.set(district, (openings.get(district) ?? 0) + place.openings)
  }
  for (const [district, count] of openings) add(shares, district, count, pay)
}

const byCount = ([a, one]: [string, Share], [b, other]: [string, Share]): number =>
  other.count - one.count || (a < b ? -1 : 1)

function survey(cards: readonly JobCard[]) {
  const [districts, occupations] = [new Map<string, Share>(), new Map<string, Share>()]
  const pays: number[] = []
  for (const card of cards) {
    const pay = middleOf(card)
    if (pay !== undefined) pays.push(pay)
    addDistricts(districts, card, pay)
    const code = card.occupation?.code.split('-').slice(0, OCCUPATION_LEVEL).join('-')
    if (code) add(occupations, code, card.openings, pay)
  }
  return {
    postings: cards.length,
    openings: cards.reduce((sum, { openings }) => sum + openings, 0),
    employers: new Set(cards.map(({ employer }) => employer.id)).size,
    medianPay: median(pays),
    districts: [...districts].sort(byCount).map(([code, { count, openings }]) => ({
      code,
      name: division(code)?.name ?? code,
      count,
      openings,
    })),
    occupations: [...occupations]
      .sort(byCount)
      .slice(0, MOST_OCCUPATIONS)
      .map(([code, { count, openings, pay }]) => ({
        code,
        name: occupation(code)?.name ?? code,
        count,
        openings,
        medianPay: median(pay),
      })),
  }
}

type Survey = ReturnType<typeof survey>
/** Worked out anew when a posting changed, not for every visitor of the first page. */
const kept = new WeakMap<JobsInMemory, { revision: number; surveys: Map<string, Survey> }>()

/** The market of this moment, of all postings or of those a search finds. */
export function showMarket(context: Context, filter: Filter): Survey & { at: string } {
  const known = jobsToday(context)
  const question = questionOf(filter, dayOf(context.now()))
  let memory = kept.get(known)
  if (memory?.revision !== known.revision) memory = { revision: known.revision, surveys: new Map() }
  kept.set(known, memory)
  const key = JSON.stringify(question)
  const result = memory.surveys.get(key) ?? survey(known.index.matching(question).map((id) => known.card(id)))
  if (memory.surveys.size < MOST_KEPT) memory.surveys.set(key, result)
  return { at: context.now().toISOString(), ...result }
}
