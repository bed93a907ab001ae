import { migrate as bringUp } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal, write } from '../../terminal.ts'
import { withServices } from './opening.ts'

/** `renshu migrate`: the database as this version needs it. */
export async function migrate(args: Arguments<OptionOf<'migrate'>>, terminal: Terminal): Promise<void> {
  takeOperands('migrate', args.operands, [])
  const names = await withServices(({ database }) => bringUp(database))
  await say(terminal, terminal.messages.operations.migrated(names))
  await write(terminal.output, names.map((name) => `${name}\n`).join(''))
}
