import { open, rename, rm, stat } from 'node:fs/promises'
import { IntakeError } from '../errors.ts'

/** A file written beside its final name, so that a half-written one is never taken for a whole one. */
export type DraftFile = {
  /** Adds text (UTF-8) or bytes at the end. */
  append: (data: string | Buffer) => Promise<void>
  /** Overwrites bytes that were written before. */
  patch: (bytes: Buffer, position: number) => Promise<void>
  /** Bytes added so far. */
  size: () => number
  finish: () => Promise<void>
  discard: () => Promise<void>
}

const FLUSH_CHARACTERS = 262_144

const refuseFolder = async (path: string): Promise<void> => {
  const info = await stat(path).catch(() => undefined)
  if (info?.isDirectory()) throw new IntakeError('output.unwritable', { path, reason: 'EISDIR' })
}

export const openDraft = async (path: string): Promise<DraftFile> => {
  await refuseFolder(path)
  const draft = `${path}.part`
  const file = await open(draft, 'w')
  let waiting = ''
  let size = 0
  const put = async (bytes: Buffer): Promise<void> => {
    const at = size
    size += bytes.length
    for (let sent = 0; sent < bytes.length;) {
      sent += (await file.write(bytes, sent, bytes.length - sent, at + sent)).bytesWritten
    }
  }
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ''
    if (text) await put(Buffer.from(text, 'utf8'))
  }
  return {
    size: () => size,
    async append(data) {
      if (typeof data === 'string') {
        waiting += data
        if (waiting.length > FLUSH_CHARACTERS) await flush()
        return
      }
      await flush()
      await put(data)
    },
    patch: async (bytes, position) => void (await file.write(bytes, 0, bytes.length, position)),
    async finish() {
      await flush()
      await file.close()
      await rename(draft, path)
    },
    async discard() {
      await file.close().catch(() => undefined)
      await rm(draft, { force: true })
    },
  }
}
