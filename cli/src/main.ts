import { readFileSync } from 'node:fs'
import { type Language, LANGUAGES, VERBS, type Verb } from './commands.ts'
import type { IntakeError, IntakeProblem } from '@renshu/intake'
import { EXIT, type ExitName } from './exit.ts'
import { explainVerb, overview } from './help.ts'
import { messagesIn } from './messages/index.ts'
import { type Arguments, parseCommand } from './parse.ts'
import { Stop } from './stop.ts'
import { say, type Terminal, widthOf, write } from './terminal.ts'
import { nearest } from './text/nearest.ts'

type Run = (args: Arguments<string>, terminal: Terminal) => Promise<void>

/** Loaded on demand, so that `--help` does not pay for the engines. */
const RUNS: Record<Verb, () => Promise<Run>> = {
  match: async () => (await import('./verbs/match.ts')).match,
  read: async () => (await import('./verbs/read.ts')).read,
  inspect: async () => (await import('./verbs/inspect.ts')).inspect,
  eval: async () => (await import('./verbs/eval.ts')).evaluate,
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
  // A reader that has seen enough (`| head`) is no error: stop at once and quietly.
  for (const stream of [process.stdout, process.stderr])
    stream.on('error', (error: NodeJS.ErrnoException) => process.exit(error.code === 'EPIPE' ? EXIT.ok : EXIT.output))
  // What fails outside the awaited path, such as a stream nobody listens to, is told like everything else.
  process.on('uncaughtException', (error) => void report(error, words, terminal).then((code) => process.exit(code)))
  try {
    await dispatch(words, terminal)
    process.exitCode = EXIT.ok
  } catch (error) {
    process.exitCode = await report(error, words, terminal)
  }
}

function wantedLanguage(words: readonly string[]): Language {
  const spelled = words.join('\n').match(/(?:^|\n)--lang(?:=|\n)(\w+)/)?.[1]
  return LANGUAGES.find((language) => language === spelled) ?? 'zh'
}

async function dispatch(words: readonly string[], terminal: Terminal): Promise<void> {
  const { messages, output } = terminal
  const isHelp = words.includes('--help') || words.includes('-h')
  const verb = words.find((word) => (VERBS as string[]).includes(word)) as Verb | undefined
  const first = words.find((word, place) => !word.startsWith('-') && words[place - 1] !== '--lang')
  if (words.includes('--version') && !verb) return write(output, `renshu ${version()}\n`)
  if (!first && (isHelp || words.length === 0)) return write(output, overview(messages, widthOf(output)))
  if (!first) throw new Stop('usage', (m) => m.usage.noVerb())
  if (first === 'help')
    return write(output, verb ? explainVerb(verb, messages, widthOf(output)) : overview(messages, widthOf(output)))
  if (first !== verb) throw new Stop('usage', (m) => m.usage.unknownVerb(first, nearest(first, VERBS)))
  if (isHelp) return write(output, explainVerb(verb, messages, widthOf(output)))
  const args = parseCommand(verb, words.toSpliced(words.indexOf(verb), 1))
  const run = await RUNS[verb]()
  await run(args, terminal)
}

const version = (): string =>
  (JSON.parse(readFileSync(new URL('../package.json', import.meta.url), 'utf8')) as { version: string }).version

async function report(error: unknown, words: readonly string[], terminal: Terminal): Promise<number> {
  const { messages, errors } = terminal
  // A progress bar may stand where the sentence goes.
  if (errors.isTTY) errors.write('\r\u001b[2K')
  if (error instanceof Stop) {
    await say(terminal, messages.error(error.tell(messages)))
    const verb = words.find((word) => (VERBS as string[]).includes(word)) ?? ''
    if (error.exit === 'usage') await say(terminal, messages.seeHelp(verb))
    return EXIT[error.exit]
  }
  if (isIntakeError(error)) {
    const { intakeMessage } = await import('@renshu/intake')
    await say(terminal, messages.error(intakeMessage(error, terminal.language)))
    if (messages.hint[error.code]) await say(terminal, messages.hint[error.code]!)
    return EXIT[exitOf(error.code)]
  }
  await say(terminal, messages.error(messages.internal(describe(error))))
  return EXIT.internal
}

/** Known by its name, so that a run without files need not load the readers of files. */
const isIntakeError = (error: unknown): error is IntakeError => error instanceof Error && error.name === 'IntakeError'

const USAGE_PROBLEMS = new Set<IntakeProblem>([
  'column.unknown',
  'field.unknown',
  'sheet.missing',
  'output.unknownFormat',
])

function exitOf(problem: IntakeProblem): ExitName {
  if (USAGE_PROBLEMS.has(problem)) return 'usage'
  return problem.startsWith('output.') ? 'output' : 'input'
}

/** One line: what went wrong and where in our own code, without a stack trace. */
function describe(error: unknown): string {
  if (!(error instanceof Error)) return String(error)
  const [sentence] = error.message.split('\n')
  const place = error.stack?.match(/((?:cli|packages)\/[\w./-]+:\d+)/)?.[1]
  return `${error.name}: ${sentence}${place ? ` (${place})` : ''}`
}
