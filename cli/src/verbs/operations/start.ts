import { beginTrial, buildPages, startServer } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { EXIT } from '../../failure/exit.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal } from '../../terminal.ts'
import { explained, settings } from './opening.ts'
import { prepareTrial, tellAccounts } from './trial.ts'

/** `renshu start`: the platform, until a signal ends it; in an empty folder with a made-up city. */
export async function start(args: Arguments<OptionOf<'start'>>, terminal: Terminal): Promise<void> {
  takeOperands('start', args.operands, [])
  // Beside the database and the made-up city; without pages the platform still answers programs.
  const pages = buildPages().catch((error: Error) => say(terminal, error.message))
  const prepare = prepareTrial(args, terminal)
  const config = settings(beginTrial(process.env, !args.has('no-demo')))
  const server = await startServer(config, ({ services }) => prepare(services)).catch((error: unknown) => {
    throw explained(error)
  })
  await pages
  const signal = untilSignal()
  await say(terminal, terminal.messages.operations.running(server.address))
  await tellAccounts(server, terminal)
  await signal
  await say(terminal, terminal.messages.operations.stopping())
  await server.stop()
}

/** The first signal ends the waiting; another one ends the process at once. */
function untilSignal(): Promise<void> {
  return new Promise((resolve) => {
    for (const signal of ['SIGINT', 'SIGTERM'] as const) {
      const before = process.listeners(signal)
      process.once(signal, () => {
        resolve()
        process.once(signal, () => process.exit(signal === 'SIGINT' ? EXIT.interrupted : EXIT.terminated))
      })
      // Only now: a signal that has come and was not told yet is lost where nobody listens for a moment.
      for (const listener of before) process.removeListener(signal, listener)
    }
  })
}
