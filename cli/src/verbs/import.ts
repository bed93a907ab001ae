import { stat } from 'node:fs/promises'
import { FolderInUse, importRegisterFile } from '@renshu/server'
import type { OptionOf } from '../commands.ts'
import { Stop } from '../failure/stop.ts'
import { explainFailure } from '../input.ts'
import { rejectsBeside } from '../match/load.ts'
import { type Arguments, takeOperands } from '../parse.ts'
import { importPostings } from '../postings/import-postings.ts'
import { openProgress, type Progress } from '../progress.ts'
import { type DirectWork, importDirectly } from '../register/directly.ts'
import { importOverHttp } from '../register/over-http.ts'
import type { Outcome } from '../register/outcome.ts'
import { say, type Terminal, write } from '../terminal.ts'
import { explained, settings } from './operations/opening.ts'

type Subject = 'register' | 'jobs'

const isSubject = (subject: string): subject is Subject => subject === 'register' || subject === 'jobs'

/** `renshu import register|jobs FILE`: into a running platform or straight into its database. */
export async function importing(args: Arguments<OptionOf<'import'>>, terminal: Terminal): Promise<void> {
  const [subject, path] = takeOperands('import', args.operands, ['register|jobs', 'FILE']) as [string, string]
  if (!isSubject(subject)) throw new Stop('usage', (m) => m.import.unknownSubject(subject))
  await stat(path).catch((error: unknown) => {
    throw explainFailure(error, path)
  })
  const since = Date.now()
  const progress = openProgress(terminal, terminal.messages.import.reading(path), since)
  const outcome = await take(subject, path, args, terminal, progress).finally(progress.clear)
  await tell(path, outcome, args, terminal)
  if (subject === 'jobs') await tellSpeed(outcome, Date.now() - since, terminal)
}

async function take(
  subject: Subject,
  path: string,
  args: Arguments<OptionOf<'import'>>,
  terminal: Terminal,
  progress: Progress,
): Promise<Outcome> {
  const config = settings({ LOG_LEVEL: 'silent' })
  const city = args.value('city') ?? config.CITY
  const token = args.value('token') ?? process.env['RENSHU_TOKEN'] ?? ''
  const address = addressOf(args.value('server') ?? config.PUBLIC_URL ?? `http://${config.HOST}:${config.PORT}`)
  const server = { address, token, city }
  if (subject === 'jobs')
    return importPostings({ path, args, config, server, progress }, terminal).catch((error: unknown) => {
      throw explained(error)
    })
  if (token || args.has('server')) return importOverHttp(path, server, terminal)
  const { language } = terminal
  const work: DirectWork = (services, of) => importRegisterFile(services, of, path, language)
  return importDirectly(work, config, city, terminal).catch(async (error: unknown) => {
    if (error instanceof FolderInUse) await say(terminal, terminal.messages.import.inUse)
    throw explained(error)
  })
}

async function tellSpeed({ summary }: Outcome, milliseconds: number, terminal: Terminal): Promise<void> {
  const seconds = Math.max(0.1, milliseconds / 1000)
  await say(terminal, terminal.messages.import.speed(Math.round(summary.read / seconds), seconds.toFixed(1)))
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
  if (summary.waiting) await say(terminal, messages.import.waiting(summary.waiting))
  if (rejected === 0) return
  const target = await rejectsBeside(path)
  await saveRejects(target)
  await say(terminal, messages.import.rejects(target))
}
