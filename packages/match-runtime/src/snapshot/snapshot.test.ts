import { DEFAULT_SETTINGS, LEARNED_TITLES } from '@renshu/match'
import {
  closeSync,
  mkdirSync,
  openSync,
  writeSync,
  mkdtempSync,
  readFileSync,
  readdirSync,
  rmSync,
  truncateSync,
  writeFileSync,
} from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { crc32 } from 'node:zlib'
import { describe, expect, test } from 'vitest'
import { makeFolder } from '../testing/folder.ts'
import { AS_OF, type Town, askAll, makeTown, newJob, newTalent } from '../testing/town.ts'
import { SnapshotForeign, SnapshotTorn, SnapshotUnreadable, SnapshotUnwritable } from './errors.ts'
import { PREAMBLE_BYTES, type Table, VERSION, readPreamble, writePreamble } from './format.ts'
import { type LoadOptions, loadSnapshot } from './load.ts'
import { openOrRebuild } from './rebuild.ts'
import { saveSnapshot } from './save.ts'

/** A town that has seen updates of every kind, with a merge under way. */
function makeLivelyTown(): Town {
  const town = makeTown(60, 150)
  const { engine } = town
  for (let number = 0; number < 12; number++) {
    engine.putJob(newJob(number))
    engine.putTalent(newTalent(number))
  }
  engine.beginMerge('talents')
  engine.putTalent({ ...newTalent(3), years: 9 })
  engine.withdrawTalent([...town.talents.keys()][7]!)
  engine.withdrawJob([...town.jobs.keys()][5]!)
  return town
}

const { engine } = makeLivelyTown()
const whole = await savedBytes()

async function savedBytes(): Promise<Buffer> {
  const folder = mkdtempSync(join(tmpdir(), 'renshu-runtime-'))
  await saveSnapshot(engine, join(folder, 'city'))
  const bytes = readFileSync(join(folder, 'city'))
  rmSync(folder, { recursive: true })
  return bytes
}

/** Loads a file of these bytes. */
async function load(bytes: Buffer, options: LoadOptions = {}) {
  const path = join(makeFolder(), 'city')
  writeFileSync(path, bytes)
  return loadSnapshot(path, options)
}

describe('a loaded snapshot', () => {
  test('answers as the engine that was saved, both ways', async () => {
    const loaded = await load(whole)
    expect(askAll(loaded, 5, 3)).toEqual(askAll(engine, 5, 3))
    expect(loaded.scene.asOf).toBe(AS_OF)
    expect(loaded.waiting('talents')).toBe(engine.waiting('talents'))
  })

  test('takes updates and answers on as the engine that was saved', async () => {
    const path = join(makeFolder(), 'city')
    const { engine } = makeLivelyTown()
    await saveSnapshot(engine, path)
    const loaded = await loadSnapshot(path)
    for (const either of [engine, loaded]) {
      for (let number = 20; number < 30; number++) either.putJob(newJob(number))
      either.putTalent(newTalent(40))
      either.withdrawTalent(newTalent(3).id)
    }
    expect(askAll(loaded, 5, 3)).toEqual(askAll(engine, 5, 3))
  })

  test('has memory of its own: what happens to the saved engine later does not show in it', async () => {
    const path = join(makeFolder(), 'city')
    const { engine } = makeTown(10, 20)
    await saveSnapshot(engine, path)
    const loaded = await loadSnapshot(path)
    engine.withdrawJob(engine.idAt('jobs', 0)!)
    expect(loaded.idAt('jobs', 0)).toBeDefined()
  })

  test('of a town without anybody is a town without anybody', async () => {
    const path = join(makeFolder(), 'city')
    await saveSnapshot(makeTown(0, 0).engine, path)
    const loaded = await loadSnapshot(path)
    expect([loaded.count('jobs'), loaded.count('talents')]).toEqual([0, 0])
  })
})

const tableOf = (bytes: Buffer): Table => {
  const { table } = readPreamble(bytes.subarray(0, PREAMBLE_BYTES))!
  return JSON.parse(bytes.toString('utf8', table.at)) as Table
}

/** The first byte of every piece, and the end. */
function boundariesOf(bytes: Buffer): number[] {
  const { plain, sections } = tableOf(bytes)
  const pieces = [plain, ...sections.flatMap(({ pieces }) => pieces)]
  return [...pieces.flatMap(({ at, bytes }) => [at, at + bytes]), bytes.length]
}

/** Places all over the file, the same every time. */
const places = (count: number, below: number): number[] =>
  Array.from({ length: count }, (_, i) => (i * 2_654_435_761) % below)

describe('a damaged snapshot is refused', () => {
  test('cut at any boundary, a byte beside it, or anywhere else', async () => {
    const path = join(makeFolder(), 'city')
    writeFileSync(path, whole)
    const cuts = boundariesOf(whole).flatMap((at) => [at - 1, at, at + 1])
    const ends = [0, 1, PREAMBLE_BYTES - 1, PREAMBLE_BYTES, ...cuts, ...places(20, whole.length)]
    for (const end of ends.filter((end) => end < whole.length).sort((a, b) => b - a)) {
      truncateSync(path, end)
      await expect(loadSnapshot(path), `cut at ${end}`).rejects.toThrow(SnapshotTorn)
    }
  })

  test('with something behind it', async () => {
    await expect(load(Buffer.concat([whole, Buffer.of(0)]))).rejects.toThrow(SnapshotTorn)
  })

  test('with a bit turned anywhere behind the magic', async () => {
    const path = join(makeFolder(), 'city')
    writeFileSync(path, whole)
    const file = openSync(path, 'r+')
    const turned = [8, 12, 19, 20, 24, 28, 31, ...boundariesOf(whole), ...places(40, whole.length)]
    for (const at of turned.filter((at) => at >= 8 && at < whole.length)) {
      writeSync(file, Buffer.of(whole[at]! ^ (1 << (at % 8))), 0, 1, at)
      await expect(loadSnapshot(path), `turned at ${at}`).rejects.toThrow(SnapshotTorn)
      writeSync(file, whole, at, 1, at)
    }
    closeSync(file)
    expect((await loadSnapshot(path)).count('jobs')).toBe(engine.count('jobs'))
  })

  test('never finished: its preamble is still missing', async () => {
    const bytes = Buffer.from(whole).fill(0, 0, PREAMBLE_BYTES)
    await expect(load(bytes)).rejects.toThrow(SnapshotForeign)
  })
})

describe('a foreign file is refused', () => {
  test.each([0, 3, 7])('with another byte %i of the magic', async (at) => {
    const bytes = Buffer.from(whole)
    bytes[at]! ^= 1
    await expect(load(bytes)).rejects.toThrow('does not begin as a snapshot')
  })

  test.each([0, VERSION + 1])('of format %i', async (version) => {
    const { table } = readPreamble(whole.subarray(0, PREAMBLE_BYTES))!
    const bytes = Buffer.concat([writePreamble({ version, table }), whole.subarray(PREAMBLE_BYTES)])
    await expect(load(bytes)).rejects.toThrow(`format ${version}, here ${VERSION}`)
  })

  test('of an engine that lays out otherwise', async () => {
    const { table } = readPreamble(whole.subarray(0, PREAMBLE_BYTES))!
    const other = Buffer.from(JSON.stringify({ ...tableOf(whole), fingerprint: 'other' }))
    const preamble = writePreamble({
      version: VERSION,
      table: { at: table.at, bytes: other.length, crc: crc32(other) },
    })
    const bytes = Buffer.concat([preamble, whole.subarray(PREAMBLE_BYTES, table.at), other])
    await expect(load(bytes)).rejects.toThrow(/layout and titles other, here/)
  })

  test('made with another table of titles', async () => {
    const vector = (title: string) => LEARNED_TITLES.vector(`${title}员`)
    await expect(load(whole, { titles: { ...LEARNED_TITLES, vector } })).rejects.toThrow(SnapshotForeign)
  })

  test('made for another day or with other settings than expected', async () => {
    const settings = { ...DEFAULT_SETTINGS, commuteKm: 31 }
    await expect(load(whole, { expect: { asOf: '2026-11-22' } })).rejects.toThrow(`made for ${AS_OF}, not 2026-11-22`)
    await expect(load(whole, { expect: { settings } })).rejects.toThrow('made with other settings')
    const loaded = await load(whole, { expect: { asOf: AS_OF, settings: { ...DEFAULT_SETTINGS } } })
    expect(loaded.count('jobs')).toBe(engine.count('jobs'))
  })
})

describe('what the file system refuses has a name', () => {
  test('no file, and a folder in its place', async () => {
    const folder = makeFolder()
    await expect(loadSnapshot(join(folder, 'none'))).rejects.toThrow(SnapshotUnreadable)
    await expect(loadSnapshot(folder)).rejects.toThrow(SnapshotUnreadable)
  })

  test('saving where a folder stands leaves nothing behind', async () => {
    const folder = makeFolder()
    mkdirSync(join(folder, 'city'))
    writeFileSync(join(folder, 'city', 'inside'), '')
    await expect(saveSnapshot(engine, join(folder, 'city'))).rejects.toThrow(SnapshotUnwritable)
    expect(readdirSync(folder)).toEqual(['city'])
  })

  test('saving into a folder that is not there', async () => {
    await expect(saveSnapshot(engine, join(makeFolder(), 'none', 'city'))).rejects.toThrow(SnapshotUnwritable)
  })
})

test('two savers at once leave one whole snapshot and nothing else', async () => {
  const folder = makeFolder()
  const path = join(folder, 'city')
  const small = makeTown(3, 4).engine
  await Promise.all([saveSnapshot(engine, path), saveSnapshot(small, path), saveSnapshot(engine, path)])
  expect(readdirSync(folder)).toEqual(['city'])
  expect([3, engine.count('jobs')]).toContain((await loadSnapshot(path)).count('jobs'))
})

describe('opening or building', () => {
  const build = () => makeTown(3, 4).engine

  test('builds and saves when there is nothing, and then loads', async () => {
    const path = join(makeFolder(), 'city')
    const first = await openOrRebuild(path, build)
    expect(first.rebuilt).toBeInstanceOf(SnapshotUnreadable)
    const second = await openOrRebuild(path, () => expect.unreachable())
    expect(second).not.toHaveProperty('rebuilt')
    expect(askAll(second.engine, 5, 2)).toEqual(askAll(first.engine, 5, 2))
  })

  test('replaces a damaged snapshot', async () => {
    const path = join(makeFolder(), 'city')
    await saveSnapshot(engine, path)
    truncateSync(path, 1000)
    expect((await openOrRebuild(path, build)).rebuilt).toBeInstanceOf(SnapshotTorn)
    expect((await loadSnapshot(path)).count('jobs')).toBe(3)
  })

  test('gives the engine and says so when it cannot be saved', async () => {
    const opened = await openOrRebuild(makeFolder(), build)
    expect(opened.unsaved).toBeInstanceOf(SnapshotUnwritable)
    expect(opened.engine.count('talents')).toBe(4)
  })

  test('passes on why building failed', async () => {
    const fail = () => {
      throw new Error('no records')
    }
    await expect(openOrRebuild(join(makeFolder(), 'city'), fail)).rejects.toThrow('no records')
  })
})
