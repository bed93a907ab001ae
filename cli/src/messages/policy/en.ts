import type { zhPolicy } from './zh.ts'

export const enPolicy: typeof zhPolicy = {
  unknownTask: (task) => `There is no “policy ${task}”, only list, test and decide.`,
  unknownKey: (key, near) => `There is no policy “${key}”${near ? `; ${near}?` : '; renshu policy list names them.'}`,
  noFolder: (path) => `There is no folder ${path}.`,
  faulty: (count) => `${count} to be mended in the policy files; a file with a fault is not used.`,
  failed: (count) => `${count} differ.`,
  badJson: (option, text) =>
    `${option} takes JSON like ${option === '--facts' ? `'{"medicalCost":"22189.16"}'` : `'[{"policy":"…","on":"2025-01-31","amount":"1500.00"}]'`}, not “${text}”.`,
  badFacts: (wrong) =>
    `Facts that cannot be used: ${wrong.map(({ key, reason }) => `${key} ${reason.en}`).join('; ')}.`,
  badHistory: (key) =>
    `A payment in --history cannot be used: its amount must be of the kind of ${key}, its day like 2025-01-31.`,
  tested: (policies, cases) => `${policies} policies, ${cases} cases`,
  passed: (file, cases, killed, mutants) =>
    `${file}: ${cases} cases agree, ${killed} of ${mutants} planted mistakes found`,
  differs: (name, got) => `the case “${name}” ${got}`,
  untried: (id) => `no cases let “${id}” both hold and fail`,
  survivor: (what) => `a mistake was not found: ${what}`,
  columns: ['key', 'title', 'for', 'period', 'from'],
  subjects: { person: 'people', organisation: 'organisations' },
  period: (from, to) => (to ? `${from} to ${to}` : `from ${from}`),
  onDays: (effective, known) => `By facts and values of ${effective}, and rules known on ${known}`,
  outcomes: {
    granted: 'Granted',
    refused: 'Refused',
    unknown: 'Cannot be told yet',
  },
  notInForce: (period) => `Not in force on this day (${period}), or not published yet`,
  units: { money: (value) => `${value} yuan`, months: (value) => `${value} months` },
  amount: (value, isMonthly) => (isMonthly ? `${value} a month` : value),
  provisional: (amount) => `Provisionally ${amount} (certain once the questions below are answered)`,
  clause: (clause) => `by: ${clause}`,
  inClause: (clause) => `[${clause}]`,
  example: '(example)',
  unknown: 'unknown',
  comma: ', ',
  colon: ': ',
  values: { yes: 'yes', no: 'no', months: ' months', days: ' days' },
  conditions: 'Conditions',
  limits: 'Limits',
  asks: 'Still to be known',
  changes: 'What would change it',
  parameters: 'Values',
  documents: 'Documents',
  today: 'the day of applying',
  took: (amount) => `takes ${amount}`,
  needsHistory: 'earlier payments (--history, [] when there are none)',
  change: (name, from, to, meets, grants) =>
    `${name} ${to} instead of ${from} would meet “${meets}”${grants ? ', and with it every condition' : ''}`,
  cited: (document, clause) => (clause ? `${document} ${clause}` : document),
  certainty: (text) => `how sure: ${text}`,
}
