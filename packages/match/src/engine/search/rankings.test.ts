import fc from 'fast-check'
import { expect, test } from 'vitest'
import { DEFAULT_SETTINGS } from '../../settings.ts'
import { AS_OF, makeJob, makeTalent } from '../../testing/fixtures.ts'
import { someSettings } from '../../testing/towns.ts'
import { aWideTown } from '../../testing/wide-towns.ts'
import { LEARNED_TITLES } from '../../titles.ts'
import { MatchEngine } from '../engine.ts'
import { buildParts, openScene } from '../parts.ts'
import type { Ids } from '../segment/ids.ts'
import { Inquiry } from './inquiry.ts'
import { Sieve } from './sieve.ts'

const byId = (ids: Ids) => (a: number, b: number) => ids.compare(a, ids, b) < 0

test('whoever asks like another, and has more rows than are kept in order, is told what who asks alone is told', () => {
  const rooms = fc.constantFrom(1, 3, 8)
  const settings = fc.oneof(fc.constant(DEFAULT_SETTINGS), someSettings)
  const wanted = fc.record({ k: fc.constantFrom(1, 3, 50), near: fc.constantFrom(0, 4) })
  fc.assert(
    fc.property(aWideTown(1, 30), settings, rooms, wanted, (town, settings, room, wanted) => {
      const { scene, books, sites, skillBits, segments } = buildParts(
        openScene(AS_OF, settings, LEARNED_TITLES),
        town.jobs,
        town.talents,
      )
      const sieve = new Sieve(books.traits, scene, sites, skillBits)
      const narrow = new Inquiry('talents', scene, books, sieve, room)
      const [segment] = segments.talents
      for (let round = 0; round < 3; round++)
        for (let record = 0; record < segment!.size.records; record++) {
          const ask = (inquiry: Inquiry) => {
            const { fits, misses } = inquiry.ask(
              { segment: segment!, record },
              wanted,
              segments.jobs,
              byId(segments.jobs[0]!.ids),
            )
            return [fits.records, fits.points, misses.records, misses.points]
          }
          expect(ask(narrow)).toEqual(ask(new Inquiry('talents', scene, books, sieve)))
        }
    }),
    { numRuns: 40 },
  )
})

test('who asks like another, but after a merge, is told of what is there now', () => {
  const occupations = [{ code: '6-30-05-01', confidence: 0.9 }]
  const jobs = Array.from({ length: 45 }, (_, number) =>
    makeJob({ id: `job-${number}`, title: `叉车工${number}号`, occupations }),
  )
  const talents = ['a', 'b'].map((id) => makeTalent({ id, wishes: [{ title: '叉车工', occupations }] }))
  const engine = MatchEngine.build({ jobs: jobs.slice(0, 30), talents, asOf: AS_OF })
  const idsFor = (talent: string) => engine.jobsForTalent(talent, 50).map(({ id }) => id)
  expect(idsFor('a')).toContain('job-7')
  for (const job of jobs.slice(30)) engine.putJob(job)
  engine.withdrawJob('job-7')
  engine.mergeAtOnce('jobs')
  expect(idsFor('b')).toHaveLength(44)
  expect(idsFor('b')).not.toContain('job-7')
  expect(idsFor('b')).toEqual(idsFor('a'))
})
