import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import { AS_OF } from '../../testing/fixtures.ts'
import { someSettings, type Town } from '../../testing/towns.ts'
import { aWideTown } from '../../testing/wide-towns.ts'
import { DEFAULT_SETTINGS, type Settings } from '../../settings.ts'
import { LEARNED_TITLES } from '../../titles.ts'
import { BROKEN, POINTS } from '../classes/verdicts.ts'
import { buildParts, openScene } from '../parts.ts'
import { FOREIGN } from './book.ts'
import { ShortLists } from './short-lists.ts'

const town = aWideTown(8, 12)
const weighted = (occupation: number): Settings => ({
  ...DEFAULT_SETTINGS,
  titleFloor: 0,
  weights: { occupation, skills: 100 - occupation, text: 0, salary: 0, distance: 0, experience: 0, recency: 0 },
})
const settings = fc.oneof(someSettings, fc.integer({ min: 0, max: 100 }).map(weighted))

/** Calls with every class of jobs and its exact points, with what marks a foreign one, for every class of talents. */
function eachPair({ jobs, talents }: Town, settings: Settings, visit: (pair: Pair) => void): void {
  const { scene, books } = buildParts(openScene(AS_OF, settings, LEARNED_TITLES), jobs, talents)
  const lists = new ShortLists(scene, 'talents', books.occupations)
  for (const [asking, asker] of books.occupations.talents.classes.parts.entries()) {
    const ceilings = new Uint16Array(books.occupations.jobs.size)
    books.occupations.jobs.ceilings(asker, ceilings)
    for (const [number, ceiling] of ceilings.entries()) {
      const points = lists.points(asking, number)
      const mayReach = () => books.occupations.jobs.reaching(asker, points & POINTS).classes.includes(number)
      visit({ points, ceiling, mayReach })
    }
  }
}
type Pair = { points: number; ceiling: number; mayReach: () => boolean }

describe('what is known of a title from afar', () => {
  test('never puts it below the points it gets', () => {
    fc.assert(
      fc.property(town, settings, (town, settings) => {
        eachPair(town, settings, ({ points, ceiling }) => {
          expect(ceiling & POINTS).toBeGreaterThanOrEqual(points & POINTS)
          if (ceiling & FOREIGN) expect(points & BROKEN).toBe(BROKEN)
        })
      }),
      { numRuns: 60 },
    )
  })

  test('finds whoever reaches just the points that are asked for', () => {
    fc.assert(
      fc.property(town, settings, (town, settings) => {
        eachPair(town, settings, ({ mayReach }) => expect(mayReach()).toBe(true))
      }),
      { numRuns: 60 },
    )
  })
})

/** Everything a list holds, best first. */
function allOf(lists: ShortLists, asking: number): { answering: number; points: number }[] {
  const list = lists.list(asking)
  list.settle(Infinity)
  return list.classes.map((answering, place) => ({ answering, points: list.points[place]! }))
}

test('a list that was looked at before many titles came is the list of one who looks only now', () => {
  const nearest = fc.integer({ min: 0, max: 4 })
  fc.assert(
    fc.property(aWideTown(20, 30), aWideTown(0, 30), settings, nearest, (town, more, settings, looked) => {
      const { scene, books } = buildParts(openScene(AS_OF, settings, LEARNED_TITLES), town.jobs, town.talents)
      const { jobs, talents } = books.occupations
      const before = new ShortLists(scene, 'talents', books.occupations)
      for (const asking of talents.classes.parts.keys()) before.list(asking).settle(looked)
      for (const { title, occupations } of more.jobs) jobs.number({ title, occupations })
      const now = new ShortLists(scene, 'talents', books.occupations)
      for (const asking of talents.classes.parts.keys()) expect(allOf(before, asking)).toEqual(allOf(now, asking))
    }),
    { numRuns: 60 },
  )
})
