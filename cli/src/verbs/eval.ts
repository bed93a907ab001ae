import type { OptionOf } from '../commands.ts'
import type { Arguments } from '../parse.ts'
import type { Terminal } from '../terminal.ts'

export async function evaluate(_args: Arguments<OptionOf<'eval'>>, _terminal: Terminal): Promise<void> {}
