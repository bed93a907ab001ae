import { PassThrough } from 'node:stream'
import { ZipFile } from 'yazl'
import type { DraftFile } from './draft-file.ts'

/** One entry being written; entries come one after the other. */
export type EntryWriter = { write: (text: string) => Promise<void>; end: () => Promise<void> }

export type ZipWriter = { begin: (name: string) => EntryWriter; finish: () => Promise<void> }

const BLOCK = 131_072
/** The first day a zip can state, in whatever zone: the same rows make the same bytes. */
const FIRST_DAY = { mtime: new Date(1980, 0, 1), forceDosTimestamp: true }

/** Writes a zip archive of deflated entries. */
export const createZip = (draft: DraftFile): ZipWriter => {
  const zip = new ZipFile()
  const written = (async () => {
    for await (const chunk of zip.outputStream) await draft.append(chunk as Buffer)
  })()
  // A failure is met where the archive is written or finished; until then it must not count as unhandled.
  written.catch(() => undefined)
  return {
    begin(name) {
      const content = new PassThrough({ highWaterMark: BLOCK })
      zip.addReadStream(content, name, FIRST_DAY)
      let waiting = ''
      const push = async (): Promise<void> => {
        const isFull = !content.write(waiting)
        waiting = ''
        if (isFull) await Promise.race([new Promise((resolve) => content.once('drain', resolve)), written])
      }
      return {
        async write(text) {
          waiting += text
          if (waiting.length > BLOCK) await push()
        },
        async end() {
          content.end(waiting)
        },
      }
    },
    async finish() {
      zip.end()
      await written
    },
  }
}
