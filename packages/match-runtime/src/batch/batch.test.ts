import { MatchEngine } from '@renshu/match'
import { existsSync, mkdirSync, readFileSync, readdirSync, writeFileSync } from 'node:fs'
import { join } from 'node:path'
import { afterEach, describe, expect, test, vi } from 'vitest'
import { makeFolder } from '../testing/folder.ts'
import { titles } from '../testing/similar-titles.ts'
import { AS_OF, type Answers, askAll, makeTown, newJob, newTalent } from '../testing/town.ts'
import { type CityChunk, type CityOptions, type Progress, matchCity, matchCityIn } from './city.ts'
import { BatchFailed, CityUnwritable, InvalidBatch } from './errors.ts'
import { readLines } from './lines.ts'
import { writeCity } from './write.ts'

const MORTAL = new URL('../testing/mortal-batch-worker.ts', import.meta.url)

/** Three chunks of jobs and five of talents, some of them moved or gone since the engine was built. */
function makeLivelyTown() {
  const { engine, jobs, talents } = makeTown(400, 800)
  for (let number = 0; number < 20; number++) {
    engine.putJob(newJob(number))
    engine.putTalent(newTalent(number))
    engine.withdrawJob([...jobs.keys()][number * 3]!)
    engine.withdrawTalent([...talents.keys()][number * 5]!)
  }
  return engine
}

const engine = makeLivelyTown()
const direct = askAll(engine, 4, 2)
/** A thread takes more than a second to begin: two only where it matters that there are several. */
const options: CityOptions = { k: 4, near: 2, threads: 1 }
const byTwo: CityOptions = { ...options, threads: 2 }

async function collect(chunks: AsyncIterable<CityChunk>): Promise<CityChunk[]> {
  const collected: CityChunk[] = []
  for await (const chunk of chunks) collected.push(chunk)
  return collected
}

function answersOf(chunks: readonly { lines: Uint8Array }[]): Answers {
  const answers: Answers = { jobs: {}, talents: {} }
  for (const { lines } of chunks) for (const { side, id, best } of readLines(lines)) answers[side][id] = best
  return answers
}

describe('the whole city', () => {
  test('is answered as each record alone, chunks in order and without gaps', async () => {
    const chunks = await collect(matchCity(engine, byTwo))
    expect(answersOf(chunks)).toEqual(direct)
    expect(chunks.map(({ chunk, side }) => [chunk, side])).toEqual([
      ...[0, 1, 2].map((chunk) => [chunk, 'jobs']),
      ...[3, 4, 5, 6, 7].map((chunk) => [chunk, 'talents']),
    ])
    expect(chunks.reduce((sum, { records }) => sum + records, 0)).toBe(400 + 800)
  })

  test('is answered the same by one thread and by three, for one side or both in the order wished', async () => {
    const both = await collect(matchCity(engine, { ...options, sides: ['talents', 'jobs'] }))
    expect(both.map(({ side }) => side).indexOf('jobs')).toBe(5)
    expect(answersOf(both)).toEqual(direct)
    const one = await collect(matchCity(engine, { ...options, threads: 3, sides: ['jobs'] }))
    expect(answersOf(one)).toEqual({ jobs: direct.jobs, talents: {} })
  })

  test('says how far it is', async () => {
    const heard: Progress[] = []
    await collect(matchCity(engine, { ...options, sides: ['jobs'], onProgress: (progress) => heard.push(progress) }))
    expect(heard.map(({ done, chunks }) => `${done}/${chunks}`)).toEqual(['1/3', '2/3', '3/3'])
    expect(heard.at(-1)).toMatchObject({ fraction: 1, records: 400 })
  })

  test('without anybody on one side gives everybody on the other an empty answer', async () => {
    const { engine } = makeTown(0, 3)
    const chunks = await collect(matchCity(engine, options))
    expect(chunks.map(({ side }) => side)).toEqual(['talents'])
    expect(readLines(chunks[0]!.lines).map(({ best }) => best)).toEqual([[], [], []])
    expect(await collect(matchCity(makeTown(0, 0).engine, options))).toEqual([])
  })

  test('is compared with the titles of the engine, which come from their module', async () => {
    const [jobs, talents] = [
      Array.from({ length: 30 }, (_, i) => newJob(i)),
      Array.from({ length: 30 }, (_, i) => newTalent(i)),
    ]
    const engine = MatchEngine.build({ jobs, talents, asOf: AS_OF, titles })
    const module = new URL('../testing/similar-titles.ts', import.meta.url)
    const chunks = await collect(matchCity(engine, { ...options, titles: module }))
    expect(answersOf(chunks)).toEqual(askAll(engine, 4, 2))
    expect(() => matchCity(engine, options)).toThrow('must name the module of the titles of the engine')
  })
})

describe('updates during a batch', () => {
  test('a record withdrawn or replaced is left out from then on, and new ones are not seen', async () => {
    const { engine, jobs, talents } = makeTown(400, 800)
    const chunks = matchCity(engine, { ...options, k: 800, threads: 1 })
    const { value: first } = await chunks.next()
    // The last chunks have not been handed out yet.
    const gone = engine.idAt('talents', 799)!
    const replaced = engine.idAt('talents', 798)!
    engine.withdrawTalent(gone)
    engine.putTalent({ ...talents.get(replaced)!, years: 1 })
    for (let number = 0; number < 50; number++) engine.putTalent(newTalent(number))
    const ids = answersOf([first!, ...(await collect(chunks))]).talents
    expect(Object.keys(ids)).toHaveLength(798)
    expect([ids[gone], ids[replaced], ids[newTalent(0).id]]).toEqual([undefined, undefined, undefined])
    expect(jobs.size).toBe(400)
  })
})

describe('going on', () => {
  test('from a token gives exactly what is left', async () => {
    const all = await collect(matchCity(engine, byTwo))
    for (const { token, chunk } of [all[1]!, all[7]!]) {
      const rest = await collect(matchCity(engine, { ...byTwo, from: token }))
      expect(rest).toEqual(all.slice(chunk + 1))
    }
  })

  test('is refused with other options, other records or no token', async () => {
    const [first] = await collect(matchCity(engine, { ...options, sides: ['jobs'] }))
    const from = first!.token
    expect(() => matchCity(engine, { ...options, sides: ['jobs'], from })).not.toThrow()
    for (const change of [{ sides: ['talents'] }, { sides: ['jobs', 'talents'] }, { k: 5 }, { near: 0 }] as const)
      expect(() => matchCity(engine, { ...options, sides: ['jobs'], from, ...change })).toThrow(
        'belongs to another batch',
      )
    expect(() => matchCity(makeTown(3, 3).engine, { ...options, sides: ['jobs'], from })).toThrow(
      'belongs to another batch',
    )
    for (const token of ['', 'null', '{', '[]'])
      expect(() => matchCity(engine, { ...options, from: token })).toThrow(InvalidBatch)
    const beyond = JSON.stringify({ ...JSON.parse(from), done: 4 })
    expect(() => matchCity(engine, { ...options, sides: ['jobs'], from: beyond })).toThrow(InvalidBatch)
  })
})

test.each<[option: string, change: Partial<CityOptions>]>([
  ['k', { k: -1 }],
  ['k', { k: 1.5 }],
  ['near', { near: Number.NaN }],
  ['threads', { threads: 0 }],
  ['threads', { threads: 16 }],
  ['sides', { sides: ['jobs', 'jobs'] }],
  ['sides', { sides: ['both' as 'jobs'] }],
])('a value of %s out of its range is refused at once', (option, change) => {
  expect(() => matchCity(engine, { ...options, ...change })).toThrow(
    expect.objectContaining({ name: 'InvalidBatch', option }),
  )
})

describe('stopping', () => {
  test('by the signal throws its reason, before and in the middle', async () => {
    const stopped = new Error('stopped')
    await expect(collect(matchCity(engine, { ...options, signal: AbortSignal.abort(stopped) }))).rejects.toBe(stopped)
    const controller = new AbortController()
    const delivered: number[] = []
    const run = async () => {
      for await (const { chunk } of matchCity(engine, { ...byTwo, signal: controller.signal })) {
        delivered.push(chunk)
        if (chunk === 1) controller.abort(stopped)
      }
    }
    await expect(run()).rejects.toBe(stopped)
    expect(delivered).toEqual([0, 1])
  })

  test('by the signal does not wait for the chunk that is under way', async () => {
    const controller = new AbortController()
    const next = matchCity(engine, { ...options, signal: controller.signal }).next()
    controller.abort()
    await expect(next).rejects.toThrow(expect.objectContaining({ name: 'AbortError' }))
  })

  test('by leaving the loop gives the threads back', async () => {
    const small = makeTown(3, 3).engine
    for await (const _ of matchCity(small, { ...options, threads: 15 })) break
    expect(await collect(matchCity(small, { ...options, threads: 15 }))).toHaveLength(2)
  })
})

test('batches at the same time share the threads, and one without any is refused', async () => {
  const small = makeTown(3, 3).engine
  const [a, b] = [matchCity(small, { ...options, threads: 15 }), matchCity(small, { ...options, threads: 1 })]
  await a.next()
  await expect(b.next()).rejects.toThrow('are all in use by other batches')
  await a.return()
  expect(await collect(matchCity(small, options))).toHaveLength(2)
})

describe('a thread that dies', () => {
  afterEach(() => vi.unstubAllEnvs())
  const kill = (chunk: number, deaths: number) => {
    vi.stubEnv('DEADLY_CHUNK', String(chunk))
    vi.stubEnv('DEATHS', String(deaths))
    vi.stubEnv('FOLDER', makeFolder())
  }

  test.each([0, 4])('of chunk %i is replaced; nothing is lost or doubled', async (chunk) => {
    kill(chunk, 1)
    const chunks = await collect(matchCityIn(MORTAL, engine, byTwo))
    expect(chunks.map(({ chunk }) => chunk)).toEqual([0, 1, 2, 3, 4, 5, 6, 7])
    expect(answersOf(chunks)).toEqual(direct)
  })

  test('and whose successor dies of the same chunk ends the batch after the chunks before it', async () => {
    kill(4, 2)
    const delivered: number[] = []
    const run = async () => {
      for await (const { chunk } of matchCityIn(MORTAL, engine, byTwo)) delivered.push(chunk)
    }
    await expect(run()).rejects.toThrow(new BatchFailed(4, new Error('the thread ended with 3')))
    expect(delivered).toEqual([0, 1, 2, 3])
  })
})

describe('the city in a file', () => {
  const jobsOnly: CityOptions = { ...options, sides: ['jobs'] }
  const lines = (path: string) => answersOf([{ lines: readFileSync(path) }])

  test('holds every answer, and nothing is left beside it', async () => {
    const folder = makeFolder()
    const path = join(folder, 'city.ndjson')
    expect(await writeCity(engine, path, byTwo)).toEqual({ records: 1200, chunks: 8, resumed: false })
    expect(lines(path)).toEqual(direct)
    expect(readdirSync(folder)).toEqual(['city.ndjson'])
  })

  /** Writes until one chunk is there. */
  async function stopEarly(path: string): Promise<void> {
    const controller = new AbortController()
    const onProgress = ({ done }: Progress) => void (done === 2 && controller.abort())
    await expect(writeCity(engine, path, { ...jobsOnly, signal: controller.signal, onProgress })).rejects.toThrow(
      'aborted',
    )
    expect(existsSync(path)).toBe(false)
  }

  test('goes on where it was stopped, and is the same in the end', async () => {
    const path = join(makeFolder(), 'city.ndjson')
    await stopEarly(path)
    // Half a line, as a process leaves it that dies while writing.
    writeFileSync(`${path}.part`, '{"side":"jo', { flag: 'a' })
    const written = await writeCity(engine, path, jobsOnly)
    expect(written).toMatchObject({ resumed: true, chunks: 1 })
    expect(lines(path)).toEqual({ jobs: direct.jobs, talents: {} })
    expect(readFileSync(path, 'utf8').trimEnd().split('\n')).toHaveLength(400)
  })

  test.each<[what: string, spoil: (path: string) => void, change: Partial<CityOptions>]>([
    ['of other options', () => {}, { k: 3 }],
    ['without its lines', (path) => writeFileSync(`${path}.part`, ''), {}],
    ['whose mark is damaged', (path) => writeFileSync(`${path}.resume`, '{'), {}],
  ])('a beginning %s is not gone on from', async (_, spoil, change) => {
    const path = join(makeFolder(), 'city.ndjson')
    await stopEarly(path)
    spoil(path)
    expect(await writeCity(engine, path, { ...jobsOnly, ...change })).toMatchObject({ resumed: false, records: 400 })
  })

  test('cannot be written where the file system refuses', async () => {
    const folder = makeFolder()
    await expect(writeCity(engine, join(folder, 'none', 'city'), jobsOnly)).rejects.toThrow(CityUnwritable)
    mkdirSync(join(folder, 'city', 'inside'), { recursive: true })
    await expect(writeCity(engine, join(folder, 'city'), { ...options, sides: ['jobs'] })).rejects.toThrow(
      CityUnwritable,
    )
  })
})
