import { mkdtemp, open, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { IntakeError } from '../errors.ts'
import { openBytes } from './bytes.ts'
import { LIMITS } from './limits.ts'

export type Unpacked = { file: string; size: number; remove: () => Promise<void> }

/** A workbook can only be read from its end, so one inside a .gz goes to a temporary file first. */
export const unpackToDisk = async (path: string, size: number): Promise<Unpacked> => {
  const folder = await mkdtemp(join(tmpdir(), 'renshu-'))
  const remove = () => rm(folder, { recursive: true, force: true })
  const file = join(folder, 'unpacked.xlsx')
  const target = await open(file, 'w')
  let total = 0
  try {
    for await (const chunk of openBytes(path, size, true).chunks) {
      total += chunk.length
      if (total > LIMITS.unpackedBytes) throw new IntakeError('file.tooLarge', { path, limit: LIMITS.unpackedBytes })
      await target.write(chunk)
    }
    return { file, size: total, remove }
  } catch (error) {
    await remove()
    throw error
  } finally {
    await target.close()
  }
}
