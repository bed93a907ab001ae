import { createReadStream } from 'node:fs'
import { readFile } from 'node:fs/promises'
import { createGunzip } from 'node:zlib'
import { IntakeError } from '@renshu/intake'

/** The bytes of a file, unpacked when its name ends in `.gz`. Problems surface while it is read, see {@link explainFailure}. */
export function openBytes(path: string): AsyncIterable<Buffer> {
  const file = createReadStream(path)
  if (!path.endsWith('.gz')) return file
  const unpacked = createGunzip()
  file.on('error', (error) => unpacked.destroy(error))
  return file.pipe(unpacked)
}

export const readText = (path: string): Promise<string> =>
  readFile(path, 'utf8').catch((error: unknown) => {
    throw explainFailure(error, path)
  })

const PROBLEMS: Record<string, 'file.missing' | 'file.isFolder' | 'file.truncated'> = {
  ENOENT: 'file.missing',
  ENOTDIR: 'file.missing',
  EISDIR: 'file.isFolder',
  Z_DATA_ERROR: 'file.truncated',
  Z_BUF_ERROR: 'file.truncated',
}

/** A failure of the file system as the problem of the file it is; anything else stays what it was. */
export function explainFailure(error: unknown, path: string): unknown {
  const code = error instanceof Error ? (error as NodeJS.ErrnoException).code : undefined
  if (!code || error instanceof IntakeError) return error
  return new IntakeError(PROBLEMS[code] ?? 'file.unreadable', { path, reason: code })
}
