import { open, rename, rm, stat } from 'node:fs/promises'
import { IntakeError } from '../errors.ts'

/** A file written beside its final name, so that a half-written one is never taken for a whole one. */
export type DraftFile = {
  /** Adds text (UTF-8) or bytes at the end. */
  append: (data: string | Buffer) => Promise<void>
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
  const flush = async (): Promise<void> => {
    const text = waiting
    waiting = ''
    if (text) await file.appendFile(text)
  }
  return {
    async append(data) {
      if (typeof data === 'string') {
        waiting += data
        if (waiting.length > FLUSH_CHARACTERS) await flush()
        return
      }
      await flush()
      await file.appendFile(data)
    },
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
