import type { MatchEngine } from '@renshu/match'
import { type FileHandle, open, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { flushFolder, isOfFileSystem } from '../files.ts'
import { type CityOptions, matchCity } from './city.ts'
import { CityUnwritable, InvalidBatch } from './errors.ts'
import { planBatch } from './plan.ts'

/** What this run did; `resumed` says that an earlier one had done the rest. */
export type Written = { records: number; chunks: number; resumed: boolean }

/** Where a file that was not finished goes on: so many bytes are whole, and the token stands behind them. */
type Mark = { bytes: number; token: string | undefined }

const START: Mark = { bytes: 0, token: undefined }
/** Chunks after which what has been written is made to last. */
const LASTING = 32

/**
 * Writes the answers of the whole city to a file, one line of JSON for each record as `readLines` reads them. The path
 * is only taken once all is there. Until then the lines stand in `<path>.part`, and `<path>.resume` says how far they are
 * good: the next run of the same batch goes on there, any other begins anew. One writer for each path at a time.
 *
 * @throws CityUnwritable; otherwise as {@link matchCity}
 */
export async function writeCity(
  engine: MatchEngine,
  path: string,
  options: Omit<CityOptions, 'from'>,
): Promise<Written> {
  try {
    const mark = await findMark(engine, path, options)
    const written = await writePart(engine, path, options, mark)
    await rename(partOf(path), path)
    await rm(markOf(path), { force: true })
    await flushFolder(dirname(path))
    return { ...written, resumed: mark !== START }
  } catch (error) {
    throw isOfFileSystem(error) ? new CityUnwritable(path, error) : error
  }
}

const partOf = (path: string): string => `${path}.part`
const markOf = (path: string): string => `${path}.resume`

/** Where an earlier run of this very batch stopped, or the start. */
async function findMark(engine: MatchEngine, path: string, options: CityOptions): Promise<Mark> {
  try {
    const { bytes, token } = JSON.parse(await readFile(markOf(path), 'utf8')) as { bytes: number; token: string }
    planBatch(engine, { ...options, from: token })
    return (await stat(partOf(path))).size >= bytes ? { bytes, token } : START
  } catch (error) {
    if (isOfFileSystem(error) || error instanceof SyntaxError) return START
    if (error instanceof InvalidBatch && error.option === 'from') return START
    throw error
  }
}

async function writePart(engine: MatchEngine, path: string, options: CityOptions, from: Mark) {
  const file = await open(partOf(path), from === START ? 'w' : 'r+')
  let mark = from
  const written = { records: 0, chunks: 0 }
  try {
    await file.truncate(from.bytes)
    for await (const { lines, records, token } of matchCity(engine, {
      ...options,
      ...(from.token && { from: from.token }),
    })) {
      await file.writev([lines], mark.bytes)
      mark = { bytes: mark.bytes + lines.length, token }
      written.records += records
      if (++written.chunks % LASTING === 0) await makeLast(file, path, mark)
    }
    await file.sync()
    return written
  } catch (error) {
    await makeLast(file, path, mark).catch(() => {})
    throw error
  } finally {
    await file.close()
  }
}

/** The lines first, then the mark that vouches for them. */
async function makeLast(file: FileHandle, path: string, mark: Mark): Promise<void> {
  if (mark === START) return
  await file.datasync()
  await writeFile(`${markOf(path)}.new`, JSON.stringify(mark))
  await rename(`${markOf(path)}.new`, markOf(path))
}
