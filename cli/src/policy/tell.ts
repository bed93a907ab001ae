import type { Change, Decision, Policy } from '@renshu/policy'
import type { Language } from '../commands.ts'
import type { Messages } from '../messages/index.ts'
import type { Terminal } from '../terminal.ts'

type Decided = { decision: Decision; changes: readonly Change[] }
type Speech = { policy: Policy; language: Language; words: Messages['policy'] }

/** A decision for a person: outcome, arithmetic, each condition with its clause, what is asked, and the sources. */
export function tellDecision(policy: Policy, { decision, changes }: Decided, terminal: Terminal): string {
  const speech: Speech = { policy, language: terminal.language, words: terminal.messages.policy }
  const { words, language } = speech
  const parts = [
    [`${policy.title[language]} (${policy.key})`, words.onDays(decision.effective, decision.known)],
    outcomeLines(decision, speech),
    section(words.conditions, conditionLines(decision, speech)),
    section(words.limits, limitLines(decision, speech)),
    section(words.asks, questionLines(decision, speech)),
    section(
      words.changes,
      changes.map((change) => changeLine(change, speech)),
    ),
    section(words.parameters, basisLines(decision, speech)),
    section(words.documents, documentLines(decision, speech)),
  ]
  return parts
    .filter((lines) => lines.length > 0)
    .map((lines) => `${lines.join('\n')}\n`)
    .join('\n')
}

const section = (title: string, lines: readonly string[]): string[] =>
  lines.length > 0 ? [title, ...lines.map((line) => `  ${line}`)] : []

function outcomeLines({ outcome, amount, missing, needsHistory }: Decision, { policy, words }: Speech): string[] {
  if (outcome === 'notInForce') return [words.notInForce(words.period(policy.from, policy.to))]
  if (!amount) return [words.outcomes[outcome]]
  const unit = words.units[typeof amount.value === 'number' ? 'months' : 'money'](String(amount.value))
  const said = words.amount(unit, amount.period === 'month')
  const isAsked = missing.length > 0 || needsHistory
  return [
    amount.provisional && isAsked ? words.provisional(said) : `${words.outcomes[outcome]}${words.colon}${said}`,
    `  ${english(amount.arithmetic, words)}`,
    `  ${words.clause(policy.amount.clause)}${policy.amount.example ? ` ${words.example}` : ''}`,
  ]
}

const MARKS = { pass: '✓', fail: '✗', unknown: '?' } as const

/** What the values of an expression are, e.g. `医药费 22,189.16`. */
const readsIn = (reads: Decision['conditions'][number]['reads'], words: Speech['words']): string =>
  reads
    .map(({ name, shown }) => `${name} ${shown === undefined ? words.unknown : english(shown, words)}`)
    .join(words.comma)

/** Values as the engine shows them, in the words of the language. */
const english = (shown: string, { values }: Speech['words']): string =>
  shown
    .replaceAll(/(\d)个月/g, `$1${values.months}`)
    .replaceAll(/(\d)天/g, `$1${values.days}`)
    .replace(/^是$/, values.yes)
    .replace(/^否$/, values.no)

const conditionLines = ({ conditions }: Decision, { language, words }: Speech): string[] =>
  conditions.flatMap(({ text, clause, result, reads, example }) => [
    `${MARKS[result]} ${text[language]} ${words.inClause(clause)}${example ? ` ${words.example}` : ''}`,
    `    ${readsIn(reads, words)}`,
  ])

/** Where it is refused only what refuses is told: nothing was taken from anything. */
const limitLines = ({ limits, outcome }: Decision, { language, words }: Speech): string[] =>
  limits
    .filter(({ result }) => outcome !== 'refused' || result === 'fail')
    .flatMap(({ text, clause, result, reads, took, example }) => [
      `${MARKS[result]} ${text[language]} ${words.inClause(clause)}${example ? ` ${words.example}` : ''}`,
      ...(took === undefined ? [] : [`    ${words.took(String(took))}`]),
      ...(reads.length > 0 ? [`    ${readsIn(reads, words)}`] : []),
    ])

function questionLines({ missing, needsHistory }: Decision, { policy, language, words }: Speech): string[] {
  const asked = missing.map(
    (key) => `${key}${words.colon}${policy.facts.find((fact) => fact.key === key)!.question[language]}`,
  )
  return [...asked, ...(needsHistory ? [words.needsHistory] : [])].map((line, place) => `${place + 1}. ${line}`)
}

function changeLine({ condition, fact, from, to, grants }: Change, { policy, language, words }: Speech): string {
  const name = fact === 'today' ? words.today : policy.facts.find(({ key }) => key === fact)!.name
  const meets = policy.conditions.find(({ id }) => id === condition)!.text[language]
  return words.change(name, plainly(from, words), plainly(to, words), meets, grants)
}

function plainly(value: Change['to'], { values, comma }: Speech['words']): string {
  if (typeof value === 'boolean') return value ? values.yes : values.no
  return Array.isArray(value) ? value.join(comma) : String(value as string | number)
}

const basisLines = ({ basis, documents }: Decision, { words }: Speech): string[] =>
  basis.map(({ name, shown, from, to, source, clause, example }) => {
    const document = documents.find(({ id }) => id === source)
    const where = example ? words.example : words.cited(document?.number ?? document?.title ?? '', clause)
    return `${name} ${english(shown, words)}${words.comma}${words.period(from, to)}${words.comma}${where}`
  })

const documentLines = ({ documents }: Decision, { language, words }: Speech): string[] =>
  documents.flatMap(({ title, number, link, certainty }) => [
    [title, number, link].filter(Boolean).join(words.comma),
    ...(certainty ? [`    ${words.certainty(certainty[language])}`] : []),
  ])
