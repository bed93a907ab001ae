import type { COMMANDS, COMMON, Subject, Verb } from '../commands.ts'
import type { ExitName } from '../failure/exit.ts'

type VerbHelp<V extends Verb> = {
  summary: string
  about: string[]
  operands: Record<(typeof COMMANDS)[V]['operands'][number], string>
  options: Record<keyof (typeof COMMANDS)[V]['options'], string>
  /** Command line and what it does. */
  examples: [string, string][]
}

/** What `--help` says: one explanation for every verb, operand, option and exit code there is. */
export type HelpTexts = {
  tagline: string
  usage: string
  verbs: string
  operands: string
  options: string
  examples: string
  exitCodes: string
  more: string
  version: string
  common: Record<keyof typeof COMMON, string>
  exits: Record<ExitName, string>
  read: VerbHelp<'read'> & { columns: Record<Subject, string> }
} & { [V in Exclude<Verb, 'read'>]: VerbHelp<V> }

/** The part about the commands that run an installation. */
export type OperationsHelp = Pick<
  HelpTexts,
  'start' | 'migrate' | 'reseal' | 'backup' | 'restore' | 'ledger' | 'officer' | 'db'
>
