import type { IntakeError, IntakeProblem } from '@renshu/intake'
import { VERBS } from '../commands.ts'
import type { Messages } from '../messages/index.ts'
import { say, type Terminal } from '../terminal.ts'
import { EXIT, type ExitName } from './exit.ts'
import { Stop } from './stop.ts'

/** Says on the error stream what went wrong, in one or two lines, and returns the exit code. */
export async function report(error: unknown, words: readonly string[], terminal: Terminal): Promise<number> {
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
    await say(terminal, messages.error(intakeMessage(inWords(error, messages), terminal.language)))
    if (messages.hint[error.code]) await say(terminal, messages.hint[error.code]!)
    return EXIT[exitOf(error.code)]
  }
  await say(terminal, messages.error(messages.internal(describe(error))))
  return EXIT.internal
}

/** The same problem with the code of the operating system put into words. */
function inWords({ code, detail }: IntakeError, { system }: Messages): IntakeError {
  const reason = system[String(detail['reason'])] ?? detail['reason']
  return { name: 'IntakeError', message: code, code, detail: reason === undefined ? detail : { ...detail, reason } }
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
