import type { OptionOf } from '../commands.ts'
import type { Arguments } from '../parse.ts'
import type { Terminal } from '../terminal.ts'

export async function read(_args: Arguments<OptionOf<'read'>>, _terminal: Terminal): Promise<void> {}
