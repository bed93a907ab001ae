import { COMMANDS, COMMON, type CommandSpec, type OptionSpec, SUBJECTS, VERBS, type Verb } from './commands.ts'
import { EXIT, type ExitName } from './failure/exit.ts'
import type { Messages } from './messages/index.ts'
import { displayWidth, padRight, wrap } from './text/width.ts'

type Row = readonly [name: string, explanation: string]

/** `renshu --help`: the verbs and the exit codes. */
export function overview({ help }: Messages, width: number): string {
  const exits = Object.entries(EXIT).map(([name, code]): Row => [String(code), help.exits[name as ExitName]])
  return join([
    wrap(help.tagline, width),
    section(
      help.usage,
      VERBS.map((verb) => `  ${synopsis(verb)}`),
    ),
    section(
      help.verbs,
      columns(
        VERBS.map((verb) => [verb, help[verb].summary] as const),
        width,
      ),
    ),
    section(help.options, columns([...optionRows(COMMON, help.common), ['--version', help.version]], width)),
    section(help.exitCodes, columns(exits, width)),
    [help.more],
  ])
}

/** `renshu VERB --help`. */
export function explainVerb(verb: Verb, { help }: Messages, width: number): string {
  const { operands, options } = COMMANDS[verb] as CommandSpec
  const texts = help[verb] as { operands: Record<string, string>; options: Record<string, string> }
  const operandRows = operands.map((name): Row => [name, texts.operands[name] ?? ''])
  const subjectRows =
    verb === 'read' ? SUBJECTS.map((subject): Row => [`  ${subject}`, help.read.columns[subject]]) : []
  const withSubjects = operandRows.toSpliced(1, 0, ...subjectRows)
  const examples = help[verb].examples.flatMap(([line, does]) => [`  ${line}`, ...(does ? [`      ${does}`] : [])])
  return join([
    wrap(help[verb].summary, width),
    section(help.usage, [`  ${synopsis(verb)}`]),
    help[verb].about.flatMap((paragraph) => wrap(paragraph, width)),
    ...(operandRows.length ? [section(help.operands, columns(withSubjects, width))] : []),
    section(help.options, columns(optionRows({ ...options, ...COMMON }, { ...texts.options, ...help.common }), width)),
    section(help.examples, examples),
  ])
}

const join = (parts: string[][]): string => `${parts.map((lines) => lines.join('\n')).join('\n\n')}\n`
const section = (title: string, lines: string[]): string[] => [title, ...lines]

function synopsis(verb: Verb): string {
  const { operands, options } = COMMANDS[verb] as CommandSpec
  const switches = Object.entries(options).map(([name, spec]) =>
    spec.needed ? spell(name, spec) : `[${spell(name, spec)}]${spec.many ? '…' : ''}`,
  )
  const isLong = switches.length > 4
  return ['renshu', verb, ...operands, ...(isLong ? ['[…]'] : switches)].join(' ')
}

const spell = (name: string, { takes }: OptionSpec) => `--${name}${takes ? ` ${takes}` : ''}`

const optionRows = (specs: Record<string, OptionSpec>, texts: Record<string, string>): Row[] =>
  Object.entries(specs).map(([name, spec]) => [
    `${spec.short ? `-${spec.short}, ` : ''}${spell(name, spec)}`,
    texts[name] ?? '',
  ])

const LEFT_COLUMN = 30

/** Two columns; a name too wide for the left one stands on a line of its own. */
function columns(rows: readonly Row[], width: number): string[] {
  const left = Math.min(LEFT_COLUMN, Math.max(...rows.map(([name]) => displayWidth(name)))) + 4
  return rows.flatMap(([name, explanation]) => {
    const lines = wrap(explanation, Math.max(20, width - left))
    const fits = displayWidth(name) + 4 <= left
    const [first = '', ...rest] = fits ? lines : ['', ...lines]
    return [`${padRight(`  ${name}`, left)}${first}`.trimEnd(), ...rest.map((line) => ' '.repeat(left) + line)]
  })
}
