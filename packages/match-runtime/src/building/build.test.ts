import { expect, test } from 'vitest'
import { AS_OF, askAll, makeTown, newJob, newTalent } from '../testing/town.ts'
import { buildInBackground } from './build.ts'

test('an engine built in the background answers as one built here, and takes updates as it does', async () => {
  const { engine, jobs, talents } = makeTown(60, 250)
  const other = await buildInBackground({ jobs: jobs.values(), talents: talents.values(), asOf: AS_OF })
  expect(askAll(other, 5, 3)).toEqual(askAll(engine, 5, 3))
  const gone = [...talents.keys()][7]!
  for (const each of [engine, other]) {
    each.putJob(newJob(1))
    each.putTalent(newTalent(1))
    each.withdrawTalent(gone)
  }
  expect(askAll(other, 5, 3)).toEqual(askAll(engine, 5, 3))
})

test('of nothing an engine is built that knows nobody', async () => {
  const engine = await buildInBackground({ jobs: [], talents: [], asOf: AS_OF })
  expect([engine.count('jobs'), engine.count('talents')]).toEqual([0, 0])
})

test('what an engine refuses is said by its name', async () => {
  const { jobs, talents } = makeTown(2, 2)
  const broken = { ...newTalent(1), years: Number.NaN }
  const input = { jobs: jobs.values(), talents: [...talents.values(), broken], asOf: AS_OF }
  await expect(buildInBackground(input)).rejects.toThrow(/years/)
})
