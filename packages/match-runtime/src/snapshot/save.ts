import type { MatchEngine } from '@renshu/match'
import { randomUUID } from 'node:crypto'
import { writeSync } from 'node:fs'
import { type FileHandle, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'
import { crc32 } from 'node:zlib'
import { flushFolder, isOfFileSystem } from '../files.ts'
import { SnapshotUnwritable } from './errors.ts'
import { fingerprintOf } from './fingerprint.ts'
import {
  PIECE_BYTES,
  PREAMBLE_BYTES,
  type Piece,
  type SectionPiece,
  type Table,
  VERSION,
  writePreamble,
} from './format.ts'
import { takeApart } from './plain.ts'

/**
 * Writes all that the engine knows into one file, atomically: whoever reads the path finds the earlier snapshot or this
 * one, whole. The content is taken in one go, during which this thread answers nothing (about a second for a million
 * talents); only the flushing to disk is waited for. Several savers may write to one path, and the last one stays.
 *
 * @returns bytes of the file. @throws SnapshotUnwritable; then the path is as it was and nothing is left beside it
 */
export async function saveSnapshot(engine: MatchEngine, path: string): Promise<number> {
  const temporary = `${path}.${randomUUID()}.part`
  try {
    const bytes = await write(engine, temporary)
    await rename(temporary, path)
    await flushFolder(dirname(path))
    return bytes
  } catch (error) {
    await rm(temporary, { force: true }).catch(() => {})
    throw isOfFileSystem(error) ? new SnapshotUnwritable(path, error) : error
  }
}

async function write(engine: MatchEngine, path: string): Promise<number> {
  const file = await open(path, 'wx')
  try {
    const bytes = writeAtOnce(engine, file)
    await file.sync()
    return bytes
  } finally {
    await file.close()
  }
}

/** Without a pause, so that no update falls between two pieces. */
function writeAtOnce(engine: MatchEngine, { fd }: FileHandle): number {
  const { text, sections } = takeApart(engine.state)
  const pieces = new PieceWriter(fd)
  const table: Table = {
    fingerprint: fingerprintOf(engine.scene.titles),
    plain: pieces.add(Buffer.from(text)),
    sections: sections.map(({ kind, bytes }) => ({ kind, bytes: bytes.length, pieces: pieces.addSection(bytes) })),
  }
  const tablePiece = pieces.add(Buffer.from(JSON.stringify(table)))
  writeFully(fd, writePreamble({ version: VERSION, table: tablePiece }), 0)
  return pieces.end
}

/** Appends pieces behind the preamble. */
class PieceWriter {
  end = PREAMBLE_BYTES
  readonly #fd: number
  readonly #buffer = Buffer.alloc(PIECE_BYTES)
  readonly #zeros = Buffer.alloc(PIECE_BYTES)

  constructor(fd: number) {
    this.#fd = fd
  }

  add(bytes: Buffer): Piece {
    const piece = { at: this.end, bytes: bytes.length, crc: crc32(bytes) }
    writeFully(this.#fd, bytes, this.end)
    this.end += bytes.length
    return piece
  }

  /** Each piece is copied first: other threads write to their scratch meanwhile. Nothing but zeros is left out. */
  addSection(section: Uint8Array): SectionPiece[] {
    const pieces: SectionPiece[] = []
    for (let to = 0; to < section.length; to += PIECE_BYTES) {
      const bytes = this.#buffer.subarray(0, Math.min(PIECE_BYTES, section.length - to))
      bytes.set(section.subarray(to, to + bytes.length))
      if (!bytes.equals(this.#zeros.subarray(0, bytes.length))) pieces.push({ ...this.add(bytes), to })
    }
    return pieces
  }
}

function writeFully(fd: number, bytes: Buffer, at: number): void {
  for (let done = 0; done < bytes.length;) done += writeSync(fd, bytes, done, bytes.length - done, at + done)
}
