import fc from 'fast-check'
import { expect, test } from 'vitest'
import { Arena } from '../arena.ts'
import { FULL_REACH, type Postings, addPostings, postingsOf } from './postings.ts'

const SKILLS = 8
const some = fc.uniqueArray(fc.nat(SKILLS - 1))
const weights = fc.array(fc.integer({ min: 1, max: 5000 }), { minLength: SKILLS, maxLength: SKILLS })

function post(records: readonly number[][], weights?: number[]): Postings {
  const arena = Arena.ofSize(0)
  const start = new Uint32Array(records.length + 1)
  for (const [record, skills] of records.entries()) start[record + 1] = start[record]! + skills.length
  addPostings(arena, { start, of: Uint16Array.from(records.flat()) }, SKILLS, weights && Uint32Array.from(weights))
  return postingsOf(arena)!
}
const entries = ({ start, record }: Postings, skill: number) => [...record.subarray(start[skill], start[skill + 1])]

test('a job stands in the list of a skill that somebody shares, with a reach no smaller than all that is shared', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 10 }), some, weights, (jobs, brought, weights) => {
      const postings = post(jobs, weights)
      const mass = (skills: number[]) => skills.reduce((sum, skill) => sum + weights[skill]!, 0)
      for (const [job, skills] of jobs.entries()) {
        const shared = skills.filter((skill) => brought.includes(skill))
        const reaches = shared.map(
          (skill) => postings.reach![postings.start[skill]! + entries(postings, skill).indexOf(job)]!,
        )
        if (shared.length > 0)
          expect(Math.max(...reaches) / FULL_REACH).toBeGreaterThanOrEqual(mass(shared) / mass(skills))
      }
    }),
  )
})

test('the jobs of a skill go by falling reach', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 10 }), weights, (jobs, weights) => {
      const { start, reach } = post(jobs, weights)
      for (let skill = 0; skill < SKILLS; skill++) {
        const reaches = [...reach!.subarray(start[skill], start[skill + 1])]
        expect(reaches).toEqual(reaches.toSorted((a, b) => b - a))
      }
    }),
  )
})

test('a listed skill lists all talents that have it; one that many have lists nobody', () => {
  fc.assert(
    fc.property(fc.array(some, { maxLength: 200, size: 'max' }), (talents) => {
      const postings = post(talents)
      for (let skill = 0; skill < SKILLS; skill++) {
        const holders = [...talents.keys()].filter((talent) => talents[talent]!.includes(skill))
        const isRare = holders.length <= Math.max(1, talents.length / 64)
        expect(Boolean(postings.isListed[skill])).toBe(isRare)
        expect(entries(postings, skill)).toEqual(isRare ? holders : [])
      }
    }),
  )
})
