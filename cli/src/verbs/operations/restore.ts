import { restore as bringBack } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { explainFailure } from '../../input.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { rowsOf } from './backup.ts'
import { withServices } from './opening.ts'

/** `renshu restore FILE`: a backup into an empty database. */
export async function restore(args: Arguments<OptionOf<'restore'>>, terminal: Terminal): Promise<void> {
  const [path] = takeOperands('restore', args.operands, ['FILE']) as [string]
  const options = { acceptOtherKey: args.has('accept-other-key') }
  const summary = await withServices((services) => bringBack(services, path, options)).catch((error: unknown) => {
    throw explainFailure(error, path)
  })
  const { operations } = terminal.messages
  await say(terminal, operations.restored(path, summary.tables.length, rowsOf(summary), summary.files))
}
