import { DEFINITION, toPoints } from '@renshu/match'
import { expect, test } from 'vitest'
import { makeTown } from '../testing/town.ts'
import { TalentClasses } from './classes.ts'

const { jobs, talents, scene } = makeTown(20, 400)
const classes = new TalentClasses()
const numbered = talents.map((talent) => ({
  talent,
  numbers: [classes.occupation.of(talent), classes.distance.of(talent), classes.refusals.of(talent)],
}))

test('a verdict is the points of the whole aspect, and below zero exactly when its constraint is broken', () => {
  const seen = { broken: 0, kept: 0 }
  for (const [kind, name] of (['occupation', 'distance', 'refusals'] as const).entries()) {
    const { aspect, factor } = DEFINITION.find(({ factor, constraint }) => factor === name || constraint === name)!
    for (const job of jobs) {
      const verdicts = classes[name].judge(job, scene)
      for (const { talent, numbers } of numbered) {
        const { share = 0, failure } = aspect.judge(aspect.ofJob(job), aspect.ofTalent(talent), scene)
        const points = factor ? toPoints(share, scene.settings.weights[factor]) : 0
        const verdict = verdicts[numbers[kind]!]!
        expect([verdict < 0, Math.max(verdict, ~verdict)], `${name} of ${talent.id}`).toEqual([
          Boolean(failure),
          points,
        ])
        seen[failure ? 'broken' : 'kept']++
      }
    }
  }
  expect(Math.min(seen.broken, seen.kept)).toBeGreaterThan(1000)
})

test('equal parts share a number', () => {
  const { occupation, distance } = classes
  expect(occupation.of({ ...talents[3]!, id: 'another', places: [] })).toBe(numbered[3]!.numbers[0])
  expect(distance.of({ ...talents[3]!, id: 'another', wishes: [] })).toBe(numbered[3]!.numbers[1])
})
