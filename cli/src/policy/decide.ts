import { decide, type Decision, type Facts, FactsError, type Payment, whatWouldChange } from '@renshu/policy'
import type { TestedPolicy } from '@renshu/policy-files'
import { Stop } from '../failure/stop.ts'
import { nearest } from '../text/nearest.ts'
import { type Terminal, write } from '../terminal.ts'
import { loadCity, tellFaults } from './folders.ts'
import { tellDecision } from './tell.ts'

type Question = {
  key: string
  facts: string | undefined
  history: string | undefined
  city: string | undefined
  effective: string
  known: string
  isJson: boolean
}

/** `renshu policy decide KEY`: one decision with its reasons. */
export async function decideOne(question: Question, terminal: Terminal): Promise<void> {
  const { byKey, faults } = loadCity(question.city)
  await tellFaults(faults, terminal)
  const policy = byKey.get(question.key)
  if (!policy)
    throw new Stop('usage', (m) => m.policy.unknownKey(question.key, nearest(question.key, [...byKey.keys()])))
  const facts = readJson<Facts>('--facts', question.facts ?? '{}', (value) => !Array.isArray(value))
  const history = question.history === undefined ? undefined : readHistory(question.history)
  const circumstances = { effective: question.effective, known: question.known, history }
  const { prepared } = policy
  const decided = attempt(policy, () => ({
    decision: decide(prepared, facts, circumstances),
    changes: whatWouldChange(prepared, facts, circumstances),
  }))
  const { output } = terminal
  if (question.isJson) return write(output, `${JSON.stringify({ ...decided.decision, changes: decided.changes })}\n`)
  await write(output, tellDecision(prepared.policy, decided, terminal))
}

type Decided = { decision: Decision; changes: ReturnType<typeof whatWouldChange> }

/** @throws Stop (usage) naming each fact that cannot be used */
function attempt({ prepared }: TestedPolicy, decideNow: () => Decided): Decided {
  try {
    return decideNow()
  } catch (error) {
    if (error instanceof FactsError)
      throw new Stop('usage', (m) => m.policy.badFacts(error.wrong.map(({ key, reason }) => ({ key, reason }))))
    if (error instanceof RangeError) throw new Stop('usage', (m) => m.policy.badHistory(prepared.policy.key))
    throw error
  }
}

function readJson<T>(option: string, text: string, fits: (value: unknown) => boolean): T {
  const bad = new Stop('usage', (m) => m.policy.badJson(option, text))
  try {
    const value: unknown = JSON.parse(text)
    if (typeof value === 'object' && value !== null && fits(value)) return value as T
  } catch {
    throw bad
  }
  throw bad
}

const isPayment = (value: unknown): boolean => {
  const { policy, on, amount } = (value ?? {}) as Record<string, unknown>
  return typeof policy === 'string' && /^\d{4}-\d\d-\d\d$/.test(String(on)) && amount !== undefined
}

function readHistory(text: string): Payment[] {
  return readJson<Payment[]>('--history', text, (value) => Array.isArray(value) && value.every(isPayment))
}
