import { CitusMissing, distribute, planDistribution } from '@renshu/server'
import type { OptionOf } from '../../commands.ts'
import { Stop } from '../../failure/stop.ts'
import { type Arguments, takeOperands } from '../../parse.ts'
import { say, type Terminal, write } from '../../terminal.ts'
import { withServices } from './opening.ts'

/** `renshu db distribute`: tenant tables spread over the workers of Citus. */
export async function db(args: Arguments<OptionOf<'db'>>, terminal: Terminal): Promise<void> {
  const [task] = takeOperands('db', args.operands, ['distribute']) as [string]
  if (task !== 'distribute') throw new Stop('usage', (m) => m.operations.unknownTask('db', task, ['distribute']))
  const { output, messages } = terminal
  await withServices(async ({ database }) => {
    if (args.has('dry-run')) {
      const { statements } = await planDistribution(database)
      return write(output, statements.map((statement) => `${statement};\n`).join(''))
    }
    if (database.kind === 'pglite') throw new Stop('unavailable', (m) => m.operations.needsServer())
    const { distributed, local } = await distribute(database).catch((error: unknown) => {
      if (error instanceof CitusMissing)
        throw new Stop('unavailable', (m) => m.operations.citusMissing(error.isInstalled))
      throw error
    })
    await say(terminal, messages.operations.distributed(distributed.length, local.length))
  })
}
