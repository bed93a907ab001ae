import { MatchEngine } from '@renshu/match'
import { expect, test } from 'vitest'
import { compareAnswers, bestJobs, bestTalents } from '../oracle.ts'
import { askEngine } from '../questions.ts'
import { openTown } from './town.ts'
import { prepareUpdate } from './updates.ts'

test('an engine that takes every update holds what the town holds', () => {
  const town = openTown({ jobs: 40, talents: 80, seed: 5 })
  const engine = MatchEngine.build({ jobs: town.jobs.records(), talents: town.talents.records(), asOf: town.asOf })
  for (let n = 0; n < 200; n++) prepareUpdate(town, n).apply(engine)
  const [jobs, talents] = [[...town.jobs.records()], [...town.talents.records()]]
  expect([jobs.length, talents.length]).toEqual([40, 80])
  for (const { asker, best } of bestTalents(jobs, talents, engine.scene))
    expect(compareAnswers(best, askEngine(engine, 'jobs', asker.id)).difference).toBeUndefined()
  for (const { asker, best } of bestJobs(talents, jobs, engine.scene))
    expect(compareAnswers(best, askEngine(engine, 'talents', asker.id)).difference).toBeUndefined()
})

test('a town of one job and one talent never runs empty', () => {
  const town = openTown({ jobs: 1, talents: 1, seed: 5 })
  for (let n = 0; n < 100; n++) {
    prepareUpdate(town, n)
    expect([...town.jobs.records()].length).toBeGreaterThan(0)
    expect([...town.talents.records()].length).toBeGreaterThan(0)
  }
})
