/** An option as it is typed, parsed and explained; the explanation itself stands in `messages/` under the same name. */
export type OptionSpec = {
  /** Placeholder of the value; an option without one is a switch. */
  takes?: string
  needed?: true
  /** May be given several times. */
  many?: true
  short?: string
  choices?: readonly string[]
}
export type CommandSpec = { operands: readonly string[]; options: Record<string, OptionSpec> }

export const LANGUAGES = ['zh', 'en'] as const
export type Language = (typeof LANGUAGES)[number]

export const SUBJECTS = ['occupation', 'place', 'salary', 'education', 'experience', 'id'] as const
export type Subject = (typeof SUBJECTS)[number]

/** Understood by every verb. */
export const COMMON = {
  lang: { takes: 'zh|en', choices: LANGUAGES },
  help: { short: 'h' },
} as const satisfies Record<string, OptionSpec>

/** Every verb with its operands and options: argument parsing and `--help` both derive from this table. */
export const COMMANDS = {
  start: {
    operands: [],
    options: {
      'demo-size': { takes: 'usual|large', choices: ['usual', 'large'] },
      'demo-agencies': { takes: 'N' },
      'demo-employers': { takes: 'N' },
      'demo-talents': { takes: 'N' },
      'demo-postings': { takes: 'N' },
      'no-demo': {},
    },
  },
  match: {
    operands: ['JOBS', 'TALENTS'],
    options: {
      top: { takes: 'N' },
      near: { takes: 'N' },
      from: { takes: 'jobs|talents|both', choices: ['jobs', 'talents', 'both'] },
      out: { takes: 'FILE', short: 'o' },
      explain: {},
      json: {},
      map: { takes: 'FIELD=COLUMN', many: true },
      sheet: { takes: 'NAME', many: true },
      encoding: { takes: 'NAME', many: true },
      'as-of': { takes: 'DATE' },
      weights: { takes: 'FILE.json' },
    },
  },
  read: {
    operands: ['occupation|place|salary|education|experience|id', '[FILE]'],
    options: { encoding: { takes: 'NAME' } },
  },
  inspect: {
    operands: ['FILE'],
    options: {
      json: {},
      kind: { takes: 'jobs|talents', choices: ['jobs', 'talents'] },
      map: { takes: 'FIELD=COLUMN', many: true },
      sheet: { takes: 'NAME' },
      encoding: { takes: 'NAME' },
    },
  },
  eval: {
    operands: ['titles'],
    options: {
      queries: { takes: 'Q.tsv', needed: true },
      corpus: { takes: 'C.tsv', needed: true },
      qrels: { takes: 'R.tsv', needed: true },
      json: {},
    },
  },
  bench: {
    operands: ['match'],
    options: {
      talents: { takes: 'N', needed: true },
      jobs: { takes: 'N', needed: true },
      peers: { takes: 'postgres,sqlite' },
      threads: { takes: 'N' },
      questions: { takes: 'N' },
      seed: { takes: 'N' },
      json: {},
    },
  },
  city: {
    operands: ['check', '[FOLDER]'],
    options: {},
  },
  policy: {
    operands: ['list|test|decide', '[KEY|FOLDER…]'],
    options: {
      facts: { takes: 'JSON' },
      date: { takes: 'DATE' },
      known: { takes: 'DATE' },
      history: { takes: 'JSON' },
      city: { takes: 'CODE' },
      json: {},
    },
  },
  import: {
    operands: ['register|jobs', 'FILE'],
    options: {
      limit: { takes: 'N' },
      organisation: { takes: 'ID' },
      server: { takes: 'ADDRESS' },
      token: { takes: 'TOKEN' },
      city: { takes: 'CODE' },
      json: {},
    },
  },
  migrate: { operands: [], options: {} },
  reseal: { operands: [], options: {} },
  backup: { operands: ['FILE'], options: {} },
  restore: { operands: ['FILE'], options: { 'accept-other-key': {} } },
  ledger: {
    operands: ['verify|seal'],
    options: { head: { takes: 'CITY:BATCH:HASH', many: true }, json: {} },
  },
  officer: {
    operands: ['add'],
    options: {
      phone: { takes: 'PHONE', needed: true },
      name: { takes: 'NAME', needed: true },
      district: { takes: 'CODE' },
      administrator: {},
      city: { takes: 'CODE' },
    },
  },
  db: { operands: ['distribute'], options: { 'dry-run': {} } },
} as const satisfies Record<string, CommandSpec>

export type Verb = keyof typeof COMMANDS
export const VERBS = Object.keys(COMMANDS) as Verb[]
/** The names of the options a verb may ask for. */
export type OptionOf<V extends Verb> = keyof (typeof COMMANDS)[V]['options']
