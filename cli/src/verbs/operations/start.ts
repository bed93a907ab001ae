import { startServer } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { EXIT } from '../../failure/exit.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { explained, settings } from './opening.ts'

/** `renshu start`: the platform, until a signal ends it. */
export async function start(args: Arguments<OptionOf<'start'>>, terminal: Terminal): Promise<void> {
  takeOperands('start', args.operands, [])
  const server = await startServer(settings()).catch((error: unknown) => {
    throw explained(error)
  })
  await say(terminal, terminal.messages.operations.running(server.address))
  await untilSignal()
  await say(terminal, terminal.messages.operations.stopping())
  await server.stop()
}

/** The first signal ends the waiting; another one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      process.removeAllListeners(signal)
      process.once(signal, () => {
        resolve()
        process.once(signal, () => process.exit(signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated))
      })
    }
  })
}
