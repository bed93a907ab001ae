import { createReadStream, type ReadStream } from 'node:fs'
import { open, stat } from 'node:fs/promises'
import { createGunzip, type ZlibOptions } from 'node:zlib'
import { IntakeError } from '../errors.ts'

const SYSTEM_PROBLEMS: Record<string, 'file.missing' | 'file.isFolder'> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EISDIR: 'file.isFolder',
}

/** Names what the system or the unpacker said; an `IntakeError` passes unchanged. */
export const explainReadFailure = (error: unknown, path: string): unknown => {
  if (error instanceof IntakeError || !(error instanceof Error)) return error
  const code = (error as NodeJS.ErrnoException).code ?? ''
  if (code.startsWith('Z_')) return new IntakeError('file.truncated', { path })
  return new IntakeError(SYSTEM_PROBLEMS[code] ?? 'file.unreadable', { path, reason: code || error.message })
}

/** Size in bytes of a regular, non-empty file. */
export const sizeOf = async (path: string): Promise<number> => {
  const info = await stat(path).catch((error: unknown) => {
    throw explainReadFailure(error, path)
  })
  if (info.isDirectory()) throw new IntakeError('file.isFolder', { path })
  if (info.size === 0) throw new IntakeError('file.empty', { path })
  return info.size
}

export const readStart = async (path: string, bytes: number): Promise<Buffer> => {
  const file = await open(path).catch((error: unknown) => {
    throw explainReadFailure(error, path)
  })
  try {
    const { buffer, bytesRead } = await file.read(Buffer.alloc(bytes), 0, bytes, 0)
    return buffer.subarray(0, bytesRead)
  } finally {
    await file.close()
  }
}

export const isGzip = (start: Buffer): boolean => start[0] === 0x1f && start[1] === 0x8b

export type ByteSource = {
  chunks: AsyncIterable<Buffer>
  /** Share of the file on disk read so far, 0–1. */
  progress: () => number
}

async function* walk(file: ReadStream, gzip: boolean, path: string): AsyncGenerator<Buffer> {
  const unpack = gzip ? createGunzip({ chunkSize: 65_536 } satisfies ZlibOptions) : undefined
  if (unpack) file.on('error', (error) => unpack.destroy(error))
  const stream = unpack ? file.pipe(unpack) : file
  try {
    for await (const chunk of stream) yield chunk as Buffer
  } catch (error) {
    throw explainReadFailure(error, path)
  } finally {
    unpack?.destroy()
    file.destroy()
  }
}

/** The content of a file, unpacked when it is gzip. The file is closed when the walk ends or is left. */
export const openBytes = (path: string, size: number, gzip: boolean): ByteSource => {
  let file: ReadStream | undefined
  const start = async function* () {
    file = createReadStream(path, { highWaterMark: 262_144 })
    yield* walk(file, gzip, path)
  }
  return { chunks: start(), progress: () => Math.min(1, (file?.bytesRead ?? 0) / size) }
}
