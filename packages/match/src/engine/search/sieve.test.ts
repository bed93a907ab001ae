import fc from 'fast-check'
import { expect, test } from 'vitest'
import { isFit, isNearMiss, rateFit } from '../../definition.ts'
import { AS_OF } from '../../testing/fixtures.ts'
import { someSettings, type Town } from '../../testing/towns.ts'
import { aWideTown } from '../../testing/wide-towns.ts'
import { LEARNED_TITLES } from '../../titles.ts'
import { OTHER, type Side, TRAITS } from '../classes/index.ts'
import { Verdicts } from '../classes/verdicts.ts'
import { type EngineParts, buildParts, openScene } from '../parts.ts'
import { codeOf } from '../segment/segment.ts'
import { Sieve } from './sieve.ts'

/** Ids of those on the other side who pass the question of one who asks. */
function passing({ scene, books, sites, skillBits, segments }: EngineParts, asks: Side, id: string, isNear: boolean) {
  const [own] = segments[asks]
  const codes = Uint32Array.from(TRAITS, (_, trait) => codeOf(own!.codes, own!.ids.find(id), trait))
  const asked = TRAITS.map((trait, i) => new Verdicts(trait, asks, books.traits[i]!, scene).ask(codes[i]!))
  const question = new Sieve(books.traits, scene, sites, skillBits).question(asks, codes, asked, isNear)
  const { kernel, sieve, size, found, rows, ids } = segments[OTHER[asks]][0]!
  const passed = kernel.sift(sieve, 0, size.rows, question, found.byteOffset)
  return new Set(Array.from(found.subarray(0, passed), (row) => ids.text(rows.record[row]!)))
}

const missing = ({ jobs, talents }: Town, parts: EngineParts, isNear: boolean): [string, string][] =>
  jobs.flatMap((job) => {
    const found = passing(parts, 'jobs', job.id, isNear)
    const wanted = talents.filter((talent) => {
      const rating = rateFit(job, talent, parts.scene)
      return isFit(rating) || (isNear && isNearMiss(rating))
    })
    const lost = wanted.filter(({ id }) => !found.has(id) || !passing(parts, 'talents', id, isNear).has(job.id))
    return lost.map(({ id }): [string, string] => [job.id, id])
  })

test('whoever the definition keeps passes the sieve, and so does a near miss when one is asked for', () => {
  fc.assert(
    fc.property(aWideTown(1, 10), someSettings, (town, settings) => {
      const parts = buildParts(openScene(AS_OF, settings, LEARNED_TITLES), town.jobs, town.talents)
      expect(missing(town, parts, false)).toEqual([])
      expect(missing(town, parts, true)).toEqual([])
    }),
    { numRuns: 100 },
  )
})
