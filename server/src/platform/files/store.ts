import { createHash } from 'node:crypto'
import { mkdir, readdir, readFile, rename, rm, stat, writeFile } from 'node:fs/promises'
import { dirname, join } from 'node:path'
import type { Config } from '../config.ts'
import { openS3 } from './s3.ts'

/** Bytes under their SHA-256, in a folder or an S3 bucket. */
export interface FileStore {
  put: (sha256: string, bytes: Uint8Array<ArrayBuffer>) => Promise<void>
  /** Undefined where nothing lies under the hash. */
  get: (sha256: string) => Promise<Uint8Array<ArrayBuffer> | undefined>
  remove: (sha256: string) => Promise<void>
  /** Hashes of everything that was last put there before an instant. */
  putBefore: (instant: Date) => AsyncIterable<string>
}

export const sha256Of = (bytes: Uint8Array): string => createHash('sha256').update(bytes).digest('hex')

const SHA256 = /^[0-9a-f]{64}$/

const namesIn = (folder: string): Promise<string[]> =>
  readdir(folder).catch((error: NodeJS.ErrnoException) => {
    if (error.code === 'ENOENT') return []
    throw error
  })

/** Files in a folder, two levels deep; a file is whole or not there. */
export function folderOfFiles(folder: string): FileStore {
  const pathOf = (sha256: string) => join(folder, sha256.slice(0, 2), sha256)
  let drafts = 0
  return {
    async put(sha256, bytes) {
      const path = pathOf(sha256)
      // Of its own for each call: the same bytes may come twice at once.
      const draft = `${path}.${process.pid}.${++drafts}.new`
      await mkdir(dirname(path), { recursive: true })
      await writeFile(draft, bytes, { flush: true })
      await rename(draft, path)
    },
    async get(sha256) {
      try {
        return new Uint8Array(await readFile(pathOf(sha256)))
      } catch (error) {
        if ((error as NodeJS.ErrnoException).code === 'ENOENT') return undefined
        throw error
      }
    },
    remove: (sha256) => rm(pathOf(sha256), { force: true }),
    async *putBefore(instant) {
      for (const part of await namesIn(folder))
        for (const name of await namesIn(join(folder, part))) {
          if (!SHA256.test(name)) continue
          const { mtime } = await stat(join(folder, part, name))
          if (mtime < instant) yield name
        }
    },
  }
}

/** The bucket where S3 is configured, else `files` in the data folder. */
export function openFiles(config: Config): FileStore {
  const { S3_ENDPOINT, S3_BUCKET, S3_ACCESS_KEY, S3_SECRET_KEY, S3_REGION } = config
  if (S3_ENDPOINT && S3_BUCKET && S3_ACCESS_KEY && S3_SECRET_KEY)
    return openS3({
      endpoint: S3_ENDPOINT,
      bucket: S3_BUCKET,
      accessKey: S3_ACCESS_KEY,
      secretKey: S3_SECRET_KEY,
      region: S3_REGION,
    })
  return folderOfFiles(join(config.DATA_DIR, 'files'))
}
