import { expect, test } from 'vitest'
import { createZip } from './zip-writer.ts'

test('a disk that fills up ends the writing of an archive with its error', async () => {
  let room = 3
  const zip = createZip({
    async append() {
      if (room-- === 0) throw new Error('ENOSPC')
    },
    finish: async () => undefined,
    discard: async () => undefined,
  })
  const writeMuch = async (): Promise<void> => {
    const entry = zip.begin('sheet.xml')
    for (let at = 0; at < 100_000; at++) await entry.write(`${Math.sin(at)} ${Math.cos(at)}\n`)
    await entry.end()
    await zip.finish()
  }
  await expect(writeMuch()).rejects.toThrow('ENOSPC')
})
