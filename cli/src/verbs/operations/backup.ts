import { backup as save, type BackupSummary } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { Stop } from '../../failure/stop.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { withServices } from './opening.ts'

export const rowsOf = ({ tables }: BackupSummary): number => tables.reduce((sum, { rows }) => sum + rows, 0)

/** Codes of a disk or folder that does not take the file. */
const NOT_WRITTEN = new Set(['ENOENT', 'ENOTDIR', 'EISDIR', 'EACCES', 'EPERM', 'EROFS', 'ENOSPC', 'EDQUOT', 'EEXIST'])

/** `renshu backup FILE`: everything in one file. */
export async function backup(args: Arguments<OptionOf<'backup'>>, terminal: Terminal): Promise<void> {
  const [path] = takeOperands('backup', args.operands, ['FILE']) as [string]
  const { operations } = terminal.messages
  const summary = await withServices((services) => save(services, path)).catch((error: unknown) => {
    const { code = '' } = error as NodeJS.ErrnoException
    if (NOT_WRITTEN.has(code)) throw new Stop('output', (m) => m.outputLost(m.system[code] ?? code))
    throw error
  })
  await say(terminal, operations.backedUp(path, summary.tables.length, rowsOf(summary), summary.files))
  await say(terminal, operations.keyNotInside())
}
