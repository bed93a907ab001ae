import { parseArgs } from 'node:util'
import { COMMANDS, COMMON, type CommandSpec, type OptionSpec, type Verb } from './commands.ts'
import { Stop } from './failure/stop.ts'
import { nearest } from './text/nearest.ts'

/** What was typed behind a verb. */
export type Arguments<Name extends string> = {
  operands: string[]
  has: (option: Name) => boolean
  /** The value of an option, the last one when it was given twice. */
  value: (option: Name) => string | undefined
  values: (option: Name) => string[]
  /** A whole number from 0 on. @throws Stop (usage) */
  count: (option: Name, otherwise: number) => number
}

/** Takes the words behind a verb apart. @throws Stop (usage) naming the option, its choices or a near spelling. */
export function parseCommand(verb: Verb, words: readonly string[]): Arguments<string> {
  const specs: Record<string, OptionSpec> = { ...(COMMANDS[verb] as CommandSpec).options, ...COMMON }
  const found = new Map<string, string[]>()
  const operands: string[] = []
  for (const token of tokenise(words, specs)) {
    if (token.kind === 'positional') operands.push(token.value)
    if (token.kind !== 'option') continue
    const spec = specs[token.name]
    if (!spec) throw unknownOption(verb, token.rawName, Object.keys(specs))
    const value = checkValue(token.rawName, spec, token.value)
    found.set(token.name, [...(found.get(token.name) ?? []), value])
  }
  const values = (option: string) => found.get(option) ?? []
  return {
    operands,
    values,
    has: (option) => found.has(option),
    value: (option) => values(option).at(-1),
    count: (option, otherwise) => readCount(option, values(option).at(-1), otherwise),
  }
}

/** The operands of a verb. @throws Stop (usage) when one of the first `needed` lacks or there are more than names. */
export function takeOperands(
  verb: string,
  operands: readonly string[],
  names: readonly string[],
  needed = names.length,
): readonly string[] {
  const missing = names.slice(operands.length, needed)
  const extra = operands.slice(names.length)
  if (missing.length > 0) throw new Stop('usage', (m) => m.usage.missingOperands(verb, missing))
  if (extra.length > 0) throw new Stop('usage', (m) => m.usage.extraOperands(verb, extra))
  return operands
}

type Token =
  | { kind: 'positional'; value: string }
  | { kind: 'option'; name: string; rawName: string; value?: string | undefined }
  | { kind: 'option-terminator' }

function tokenise(words: readonly string[], specs: Record<string, OptionSpec>): Token[] {
  const options = Object.entries(specs).map(([name, { takes, short }]) => [
    name,
    { type: takes ? ('string' as const) : ('boolean' as const), ...(short && { short }) },
  ])
  return parseArgs({
    args: [...words],
    options: Object.fromEntries(options),
    allowPositionals: true,
    strict: false,
    tokens: true,
  }).tokens
}

function checkValue(option: string, { takes, choices }: OptionSpec, value: string | undefined): string {
  if (takes === undefined && value !== undefined) throw new Stop('usage', (m) => m.usage.needsNoValue(option))
  if (takes === undefined) return ''
  if (!value || value.startsWith('--')) throw new Stop('usage', (m) => m.usage.needsValue(option, takes))
  if (choices && !choices.includes(value)) throw new Stop('usage', (m) => m.usage.badChoice(option, value, choices))
  return value
}

function unknownOption(verb: Verb, option: string, names: readonly string[]): Stop {
  const near = nearest(option.replace(/^-+/, ''), names)
  return new Stop('usage', (m) => m.usage.unknownOption(verb, option, near && `--${near}`))
}

function readCount(option: string, value: string | undefined, otherwise: number): number {
  if (value === undefined) return otherwise
  if (!/^\d{1,6}$/.test(value)) throw new Stop('usage', (m) => m.usage.notACount(`--${option}`, value))
  return Number(value)
}
