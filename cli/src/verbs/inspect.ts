import type { OptionOf } from '../commands.ts'
import type { Arguments } from '../parse.ts'
import type { Terminal } from '../terminal.ts'

export async function inspect(_args: Arguments<OptionOf<'inspect'>>, _terminal: Terminal): Promise<void> {}
