import type { OptionOf } from '../commands.ts'
import type { Arguments } from '../parse.ts'
import type { Terminal } from '../terminal.ts'

export async function match(_args: Arguments<OptionOf<'match'>>, _terminal: Terminal): Promise<void> {}
