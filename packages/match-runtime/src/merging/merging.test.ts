import { rankJobs, rankTalents, type Ranking } from '@renshu/match'
import { afterEach, beforeEach, describe, expect, onTestFinished, test, vi } from 'vitest'
import { type Answers, type Town, askAll, makeTown, newJob, newTalent } from '../testing/town.ts'
import { MergeFailed } from './errors.ts'
import { keepMerged } from './keep.ts'
import { Merger, openMerger } from './merger.ts'

const MORTAL = new URL('../testing/mortal-merge-worker.ts', import.meta.url)

const found = ({ matches, nearMisses }: Ranking) => [
  ...matches.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: false })),
  ...nearMisses.map(({ id, fit }) => ({ id, points: fit.points, isNearMiss: true })),
]

/** What judging everybody who is there says. */
function judgeAll({ engine: { scene }, jobs, talents }: Town, k: number, near: number): Answers {
  const [allJobs, allTalents] = [[...jobs.values()], [...talents.values()]]
  const answersOf = <T extends { id: string }>(records: T[], rank: (record: T) => Ranking) =>
    Object.fromEntries(records.map((record) => [record.id, found(rank(record))]))
  return {
    jobs: answersOf(allJobs, (job) => rankTalents(job, allTalents, k, near, scene)),
    talents: answersOf(allTalents, (talent) => rankJobs(talent, allJobs, k, near, scene)),
  }
}

/** Puts new records, replaces and withdraws others; every round touches different ones. */
function live({ engine, jobs, talents }: Town, round: number): void {
  for (let number = round * 4; number < round * 4 + 4; number++) {
    const [job, talent] = [newJob(number), newTalent(number)]
    engine.putJob(job)
    engine.putTalent(talent)
    jobs.set(job.id, job)
    talents.set(talent.id, talent)
  }
  const [first] = talents.values()
  const older = { ...first!, years: round + 10 }
  engine.putTalent(older)
  talents.set(older.id, older)
  const [, goneJob] = jobs.keys()
  const [, goneTalent] = talents.keys()
  engine.withdrawJob(goneJob!)
  engine.withdrawTalent(goneTalent!)
  jobs.delete(goneJob!)
  talents.delete(goneTalent!)
}

function open(entry?: URL): Merger {
  const merger = entry ? new Merger(entry) : openMerger()
  onTestFinished(() => merger.close())
  return merger
}

test('questions and updates go on while both sides are merged in the background', async () => {
  const town = makeTown(25, 40)
  const { engine } = town
  const merger = open()
  for (let round = 0; round < 4; round++) {
    live(town, round * 2)
    const merges = [merger.mergeInBackground(engine, 'jobs'), merger.mergeInBackground(engine, 'talents')]
    live(town, round * 2 + 1)
    expect(askAll(engine, 4, 2)).toEqual(judgeAll(town, 4, 2))
    await Promise.all(merges)
    expect(askAll(engine, 4, 2)).toEqual(judgeAll(town, 4, 2))
  }
})

test('after a merge only what came during it is waiting, and what was withdrawn before is forgotten', async () => {
  const town = makeTown(25, 40)
  const { engine } = town
  live(town, 0)
  const merge = open().mergeInBackground(engine, 'talents')
  engine.putTalent(newTalent(99))
  expect(engine.waiting('talents')).toBe(6)
  const { beginMs, endMs } = await merge
  expect(engine.waiting('talents')).toBe(1)
  expect(engine.count('talents')).toBe(town.talents.size + 1)
  expect(Math.min(beginMs, endMs)).toBeGreaterThanOrEqual(0)
})

test('a side is merged once at a time: who asks meanwhile gets the merge that is under way', async () => {
  const { engine } = makeTown(5, 5)
  const merger = open()
  const merge = merger.mergeInBackground(engine, 'jobs')
  expect(merger.mergeInBackground(engine, 'jobs')).toBe(merge)
  await merge
  const next = merger.mergeInBackground(engine, 'jobs')
  expect(next).not.toBe(merge)
  await next
})

describe('a merger whose thread dies', () => {
  beforeEach(() => vi.stubEnv('MERGES_DIE', 'yes'))
  afterEach(() => vi.unstubAllEnvs())

  test('says so, leaves the engine as it was, and merges everything with a new thread', async () => {
    const town = makeTown(25, 40)
    const { engine } = town
    const merger = open(MORTAL)
    live(town, 0)
    const merge = merger.mergeInBackground(engine, 'talents')
    live(town, 1)
    await expect(merge).rejects.toThrow(new MergeFailed('talents', new Error('the thread ended with 3')))
    expect(askAll(engine, 4, 2)).toEqual(judgeAll(town, 4, 2))
    vi.unstubAllEnvs()
    await merger.mergeInBackground(engine, 'talents')
    expect(engine.count('talents')).toBe(town.talents.size)
    expect(askAll(engine, 4, 2)).toEqual(judgeAll(town, 4, 2))
  })

  test('fails every merge that it had', async () => {
    const { engine } = makeTown(5, 5)
    const merger = open(MORTAL)
    const merges = [merger.mergeInBackground(engine, 'jobs'), merger.mergeInBackground(engine, 'talents')]
    const outcomes = await Promise.allSettled(merges)
    expect(outcomes.map(({ status }) => status)).toEqual(['rejected', 'rejected'])
  })
})

test('a closed merger fails the merge under way and every later one', async () => {
  const { engine } = makeTown(5, 5)
  const merger = openMerger()
  const merge = merger.mergeInBackground(engine, 'jobs')
  const isRefused = expect(merge).rejects.toThrow(MergeFailed)
  await merger.close()
  await isRefused
  await expect(merger.mergeInBackground(engine, 'jobs')).rejects.toThrow('the merger is closed')
})

describe('an engine that is kept merged', () => {
  test('is merged as soon as enough is waiting, each side on its own', async () => {
    const { engine } = makeTown(5, 5)
    const stop = keepMerged(open(), engine, { waiting: 3, everyMs: 1 })
    for (let number = 0; number < 3; number++) engine.putTalent(newTalent(number))
    engine.putJob(newJob(0))
    await vi.waitFor(() => expect(engine.waiting('talents')).toBe(0), { timeout: 20_000 })
    await stop()
    expect(engine.waiting('jobs')).toBe(1)
  })

  test('hears of a failure once, and not again before as many more are waiting', async () => {
    const { engine } = makeTown(5, 5)
    const merger = open()
    await merger.close()
    const failures: MergeFailed[] = []
    const stop = keepMerged(merger, engine, { waiting: 2, everyMs: 1, onFailure: (failure) => failures.push(failure) })
    for (let number = 0; number < 3; number++) engine.putTalent(newTalent(number))
    await vi.waitFor(() => expect(failures).toHaveLength(1))
    engine.putTalent(newTalent(3))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(failures).toHaveLength(1)
    engine.putTalent(newTalent(4))
    await vi.waitFor(() => expect(failures).toHaveLength(2))
    await stop()
  })

  test('is left alone after stopping', async () => {
    const { engine } = makeTown(5, 5)
    const stop = keepMerged(open(), engine, { waiting: 1, everyMs: 1 })
    await stop()
    engine.putTalent(newTalent(0))
    await new Promise((resolve) => setTimeout(resolve, 30))
    expect(engine.waiting('talents')).toBe(1)
  })
})
