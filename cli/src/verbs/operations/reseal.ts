import { reseal as exchange } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { withServices } from './opening.ts'

/** `renshu reseal`: sealed fields under the data key of the settings, in place of the one before. */
export async function reseal(args: Arguments<OptionOf<'reseal'>>, terminal: Terminal): Promise<void> {
  takeOperands('reseal', args.operands, [])
  const { operations } = terminal.messages
  const { rows, changed } = await withServices(
    (services) =>
      exchange(services, async ({ table, rows }) => {
        await say(terminal, operations.resealing(table, rows))
      }),
    { exchanging: true },
  )
  await say(terminal, operations.resealed(rows, changed))
}
