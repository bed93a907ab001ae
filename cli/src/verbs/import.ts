import { stat } from 'node:fs/promises'
import { FolderInUse } from '@renshu/server'
import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { explainFailure } from '../input.ts'
import { rejectsBeside } from '../match/load.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { openProgress } from '../progress.ts'
import { importDirectly } from '../register/directly.ts'
import { importOverHttp } from '../register/over-http.ts'
import type { Outcome } from '../register/outcome.ts'
import { say, type Terminal, write } from '../terminal.ts'
import { explained, settings } from './operations/opening.ts'

/** `renshu import register FILE`: a register of organisations, into a running platform or straight into its database. */
export async function importing(args: Arguments<OptionOf<'import'>>, terminal: Terminal): Promise<void> {
  const [subject, path] = takeOperands('import', args.operands, ['register', 'FILE']) as [string, string]
  if (subject !== 'register') throw new Stop('usage', (m) => m.import.unknownSubject(subject))
  await stat(path).catch((error: unknown) => {
    throw explainFailure(error, path)
  })
  const progress = openProgress(terminal, terminal.messages.import.reading(path))
  const outcome = await take(path, args, terminal)
  progress.clear()
  await tell(path, outcome, args, terminal)
}

async function take(path: string, args: Arguments<OptionOf<'import'>>, terminal: Terminal): Promise<Outcome> {
  const config = settings({ LOG_LEVEL: 'silent' })
  const city = args.value('city') ?? config.CITY
  const token = process.env['RENSHU_TOKEN']
  const address = addressOf(args.value('server') ?? config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`)
  if (token || args.has('server')) return importOverHttp(path, { address, token: token ?? '', city }, terminal)
  return importDirectly(path, config, city, terminal).catch(async (error: unknown) => {
    if (error instanceof FolderInUse) await say(terminal, terminal.messages.import.inUse)
    throw explained(error)
  })
}

function addressOf(text: string): string {
  const url = URL.canParse(text) ? new URL(text) : undefined
  if (url && /^https?:$/.test(url.protocol)) return url.origin
  throw new Stop('usage', (m) => m.import.badServer(text))
}

async function tell(
  path: string,
  { summary, saveRejects }: Outcome,
  args: Arguments<OptionOf<'import'>>,
  terminal: Terminal,
): Promise<void> {
  const { messages, output } = terminal
  const { read, created, updated, unchanged, rejected } = summary
  if (args.has('json')) await write(output, `${JSON.stringify(summary)}\n`)
  await say(terminal, messages.import.counts(read, created, updated, unchanged, rejected))
  if (rejected === 0) return
  const target = await rejectsBeside(path)
  await saveRejects(target)
  await say(terminal, messages.import.rejects(target))
}
