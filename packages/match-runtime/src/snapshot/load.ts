import { type EngineState, LEARNED_TITLES, MatchEngine, type Settings, type TitleComparer } from '@renshu/match'
import { type FileHandle, open } from 'node:fs/promises'
import { isDeepStrictEqual } from 'node:util'
import { crc32 } from 'node:zlib'
import { isOfFileSystem } from '../files.ts'
import { SnapshotForeign, SnapshotTorn, SnapshotUnreadable } from './errors.ts'
import { fingerprintOf } from './fingerprint.ts'
import { PREAMBLE_BYTES, type Piece, type Table, VERSION, isMagic, readPreamble } from './format.ts'
import { makeSection, putTogether } from './plain.ts'

export type LoadOptions = {
  /** The comparer with which the engine was built; the learned one when left out. */
  titles?: TitleComparer
  /** What the snapshot must have been made with; what is left out may be anything. */
  expect?: { asOf?: string; settings?: Settings }
}

/**
 * The engine that was saved, in memory of its own, ready for questions, updates and other threads.
 *
 * @throws SnapshotUnreadable without a readable file; SnapshotTorn when bytes are missing or changed; SnapshotForeign for
 * another kind of file, version, layout, table of titles, or another day or settings than expected
 */
export async function loadSnapshot(path: string, options: LoadOptions = {}): Promise<MatchEngine> {
  const { titles = LEARNED_TITLES, expect = {} } = options
  const snapshot = await openFile(path)
  try {
    const table = await snapshot.readTable()
    const fingerprint = fingerprintOf(titles)
    if (table.fingerprint !== fingerprint)
      throw new SnapshotForeign(path, `layout and titles ${table.fingerprint}, here ${fingerprint}`)
    const state = await snapshot.readState(table)
    checkExpected(path, state, expect)
    return MatchEngine.open(state, titles)
  } catch (error) {
    throw isOfFileSystem(error) ? new SnapshotUnreadable(path, error) : error
  } finally {
    await snapshot.close()
  }
}

function checkExpected(path: string, state: EngineState, expected: NonNullable<LoadOptions['expect']>): void {
  if (expected.asOf !== undefined && expected.asOf !== state.asOf)
    throw new SnapshotForeign(path, `made for ${state.asOf}, not ${expected.asOf}`)
  if (expected.settings && !isDeepStrictEqual(expected.settings, state.settings))
    throw new SnapshotForeign(path, 'made with other settings')
}

async function openFile(path: string): Promise<SnapshotFile> {
  try {
    return new SnapshotFile(path, await open(path, 'r'))
  } catch (error) {
    throw new SnapshotUnreadable(path, error as Error)
  }
}

class SnapshotFile {
  readonly #path: string
  readonly #file: FileHandle

  constructor(path: string, file: FileHandle) {
    this.#path = path
    this.#file = file
  }

  async readTable(): Promise<Table> {
    const { size } = await this.#file.stat()
    if (size < PREAMBLE_BYTES) throw new SnapshotTorn(this.#path, `it ends after ${size} bytes`)
    const bytes = Buffer.alloc(PREAMBLE_BYTES)
    await this.#file.read(bytes, 0, PREAMBLE_BYTES, 0)
    if (!isMagic(bytes)) throw new SnapshotForeign(this.#path, 'it does not begin as a snapshot')
    const preamble = readPreamble(bytes)
    if (!preamble) throw new SnapshotTorn(this.#path, 'checksum of the preamble')
    const { version, table } = preamble
    if (version !== VERSION) throw new SnapshotForeign(this.#path, `format ${version}, here ${VERSION}`)
    if (size !== table.at + table.bytes)
      throw new SnapshotTorn(this.#path, `${size} bytes instead of ${table.at + table.bytes}`)
    return JSON.parse((await this.#readPiece(table)).toString()) as Table
  }

  async readState({ plain, sections }: Table): Promise<EngineState> {
    const text = await this.#readPiece(plain)
    const made = sections.map(({ kind, bytes }) => makeSection(kind, bytes))
    const filled = Promise.all(
      sections.flatMap(({ pieces }, section) =>
        pieces.map((piece) => this.#fill(made[section]!.bytes.subarray(piece.to, piece.to + piece.bytes), piece)),
      ),
    )
    const state = putTogether(text.toString(), made)
    await filled
    return state
  }

  close(): Promise<void> {
    return this.#file.close()
  }

  async #readPiece(piece: Piece): Promise<Buffer> {
    const bytes = Buffer.alloc(piece.bytes)
    await this.#fill(bytes, piece)
    return bytes
  }

  async #fill(into: Uint8Array, { at, bytes, crc }: Piece): Promise<void> {
    const { bytesRead } = await this.#file.read(into, 0, bytes, at)
    if (bytesRead < bytes || crc32(into) !== crc)
      throw new SnapshotTorn(this.#path, `checksum of bytes ${at} to ${at + bytes}`)
  }
}
