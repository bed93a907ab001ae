import { readFileSync } from 'node:fs'
import { type Language, LANGUAGES, VERBS, type Verb } from './commands.ts'
import { EXIT } from './failure/exit.ts'
import { report } from './failure/report.ts'
import { explainVerb, overview } from './help.ts'
import { messagesIn } from './messages/index.ts'
import { type Arguments, parseCommand } from './parse.ts'
import { Stop } from './failure/stop.ts'
import { type Terminal, widthOf, write } from './terminal.ts'
import { nearest } from './text/nearest.ts'

type Run = (args: Arguments<string>, terminal: Terminal) => Promise<void>

/** Loaded on demand, so that `--help` does not pay for the engines. */
const RUNS: Record<Verb, () => Promise<Run>> = {
  match: async () => (await import('./verbs/match.ts')).match,
  read: async () => (await import('./verbs/read.ts')).read,
  inspect: async () => (await import('./verbs/inspect.ts')).inspect,
  eval: async () => (await import('./verbs/eval.ts')).evaluate,
  bench: async () => (await import('./verbs/bench.ts')).bench,
  city: async () => (await import('./verbs/city.ts')).city,
  policy: async () => (await import('./verbs/policy.ts')).policy,
  import: async () => (await import('./verbs/import.ts')).importing,
  start: async () => (await import('./verbs/operations/start.ts')).start,
  migrate: async () => (await import('./verbs/operations/migrate.ts')).migrate,
  reseal: async () => (await import('./verbs/operations/reseal.ts')).reseal,
  backup: async () => (await import('./verbs/operations/backup.ts')).backup,
  restore: async () => (await import('./verbs/operations/restore.ts')).restore,
  ledger: async () => (await import('./verbs/operations/ledger.ts')).ledger,
  officer: async () => (await import('./verbs/operations/officer.ts')).officer,
  db: async () => (await import('./verbs/operations/db.ts')).db,
}

/** Runs one command line and leaves the exit code in `process.exitCode`. Nothing is thrown, no stack trace is shown. */
export async function main(process: NodeJS.Process): Promise<void> {
  const words = process.argv.slice(2)
  const language = wantedLanguage(words)
  const terminal: Terminal = {
    input: process.stdin,
    output: process.stdout,
    errors: process.stderr,
    language,
    messages: messagesIn(language),
  }
  // Leaving by `exit` lets half-written files be cleared away.
  process.once('SIGINT', () => process.exit(EXIT.interrupted))
  process.once('SIGTERM', () => process.exit(EXIT.terminated))
  process.stderr.on('error', () => process.exit(EXIT.output))
  process.stdout.on('error', ({ code = '' }: NodeJS.ErrnoException) => {
    // A reader that has seen enough (`| head`) is no error: stop at once and quietly.
    if (code === 'EPIPE') process.exit(EXIT.ok)
    const lost = new Stop('output', (m) => m.outputLost(m.system[code] ?? code))
    void report(lost, words, terminal).then((exit) => process.exit(exit))
  })
  // What fails outside the awaited path, such as a stream nobody listens to, is told like everything else.
  process.on('uncaughtException', (error) => void report(error, words, terminal).then((code) => process.exit(code)))
  try {
    await dispatch(words, terminal)
    process.exitCode = EXIT.ok
  } catch (error) {
    process.exitCode = await report(error, words, terminal)
  }
  // The queue of a platform that has ended may still ask whether its last job has, of a database that is closed.
  if (verbOf(words) === 'start') process.exit()
}

const verbOf = (words: readonly string[]): Verb | undefined =>
  words.find((word) => (VERBS as string[]).includes(word)) as Verb | undefined

function wantedLanguage(words: readonly string[]): Language {
  const spelled = words.join('\n').match(/(?:^|\n)--lang(?:=|\n)(\w+)/)?.[1]
  return LANGUAGES.find((language) => language === spelled) ?? 'zh'
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<void> {
  const { messages, output } = terminal
  const width = widthOf(output, 80)
  const isHelp = words.includes('--help') || words.includes('-h')
  const verb = verbOf(words)
  const first = words.find((word, place) => !word.startsWith('-') && words[place - 1] !== '--lang')
  if (words.includes('--version') && !verb) return write(output, `renshu ${version()}\n`)
  const stray = words.find((word) => word.startsWith('-') && !/^(?:-h|--help|--lang(?:=.*)?)$/.test(word))
  if (!first && stray) throw new Stop('usage', (m) => m.usage.unknownOption('', stray, undefined))
  if (!first) return write(output, overview(messages, width))
  if (first === 'help') return write(output, verb ? explainVerb(verb, messages, width) : overview(messages, width))
  if (first !== verb) throw new Stop('usage', (m) => m.usage.unknownVerb(first, nearest(first, VERBS)))
  if (isHelp) return write(output, explainVerb(verb, messages, width))
  const args = parseCommand(verb, words.toSpliced(words.indexOf(verb), 1))
  const run = await RUNS[verb]()
  await run(args, terminal)
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version
